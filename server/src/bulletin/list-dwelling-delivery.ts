import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { stateOfLevel } from '@bandeng/shared/bulletin/delivery.ts';
import { nextDoorReminder } from '@bandeng/shared/bulletin/status.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { loadSubtree } from '../community/areas.ts';
import { encodeCursor, pageOf } from '../community/paging.ts';
import { loadPeople } from '../deliberation/load-people.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import type { Db } from '../platform/store/store.ts';
import type { Places } from './audience.ts';
import { listRegistered, pageLevels } from './delivery-levels.ts';
import { listDoorReminders } from './door-reminders.ts';
import { placesSeen } from './get-delivery.ts';
import { readText } from './load-notice.ts';
import { loadDoorLabel, presentKnock } from './present-knock.ts';
import type { NoticeRecord } from './rows.ts';
import { requireNotice, seeNotice } from './see-notice.ts';

type ListDwellings = typeof bulletinApi.listDwellingDelivery;

const narrow = async (db: Db, communityId: string, places: Places, areaId: string | undefined): Promise<Places> => {
  if (areaId === undefined) return places;
  const below = await loadSubtree(db, communityId, [areaId]);
  return places === 'all' ? below : new Set([...below].filter((id) => places.has(id)));
};

/** What a page of doors shows besides their state: places, registered people, knocks. */
const loadDoors = async (db: Db, { communityId, id }: NoticeRecord, dwellingIds: readonly string[]) => {
  const { dwellings: d, noticeKnocks: k, tenures: t } = db.t;
  const ids = [...dwellingIds];
  const places = await db.select().from(d).where(and(eq(d.communityId, communityId), inArray(d.id, ids)));
  const people = await listRegistered(db, communityId, inArray(t.dwellingId, ids));
  const knocks = await db
    .select()
    .from(k)
    .where(and(eq(k.communityId, communityId), eq(k.noticeId, id), inArray(k.dwellingId, ids)));
  return {
    places: new Map(places.map((place) => [place.id, place])),
    people,
    knocks: new Map(knocks.map((knock) => [knock.dwellingId, knock])),
  };
};

/** Door by door, in the order of the register. Names as neighbours see them; never a phone number. */
export const listDwellingDelivery = async ({ db, actor, params, query, now }: QueryInput<ListDwellings>): Promise<Result<Reply<ListDwellings>>> => {
  const allowed = requireNotice(await seeNotice(db, actor, params.noticeId, now), 'see-delivery');
  if (!allowed.ok) return allowed;
  const { notice } = allowed.value;
  const { communityId } = notice;
  const places = await narrow(db, communityId, await placesSeen(db, allowed.value), query.areaId);
  const limit = query.limit ?? 50;
  const rows = await pageLevels(db, notice, places, { state: query.state, missing: query.missing, cursor: query.cursor, limit });
  const doors = await loadDoors(db, notice, rows.map(({ id }) => id));
  const labelOf = await loadDoorLabel(db, communityId);
  const helpers = await loadPeople(db, communityId, [...doors.knocks.values()].map(({ helperId }) => helperId));
  const { title } = await readText(db, notice);
  const reminded = await listDoorReminders(db, notice, new Set(rows.map(({ areaId }) => areaId)), now);
  const own = new Map(reminded.map(({ dwellingId, at }) => [dwellingId, at]));
  const page = pageOf(
    rows,
    limit,
    ({ sortKey, id }) => encodeCursor(sortKey, id),
    ({ id, areaId, level }) => {
      const place = doors.places.get(id);
      const label = place === undefined ? '' : labelOf(place);
      const knock = doors.knocks.get(id);
      return {
        dwellingId: id,
        areaId,
        label,
        state: stateOfLevel(level),
        people: doors.people.filter(({ dwellingId }) => dwellingId === id).map(({ alias, name }) => (alias === '' ? name : alias)),
        nextReminderAt: nextDoorReminder(own.get(id) ?? null, notice.lastReminderAt, now),
        knock: knock === undefined ? null : presentKnock(knock, { title, version: notice.version, label, helper: helpers(knock.helperId).name }),
      };
    },
  );
  return ok(page);
};
