import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { addTallies, noDwellings, tallyState, type DeliveryTally } from '@bandeng/shared/bulletin/delivery.ts';
import { areaPath } from '@bandeng/shared/bulletin/scope.ts';
import { nextReminder } from '@bandeng/shared/bulletin/status.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, count, eq, sql } from 'drizzle-orm';
import { loadAreas } from '../community/areas.ts';
import { countReceipts } from '../outreach/count-receipts.ts';
import { countReachable } from '../outreach/reach.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { readChannelSeq } from '../platform/realtime/publish.ts';
import type { Db } from '../platform/store/store.ts';
import { deliveryChannel } from './announce-delivery.ts';
import { dwellingsIn, isEmpty, placesOf, type Listener, type Places } from './audience.ts';
import { listBodyReaders, missingOf } from './body-delivery.ts';
import { countLevels, listMissingPeople } from './delivery-levels.ts';
import { listRemindedPeople, listWaitingReminders, remindUnitWhen } from './door-reminders.ts';
import { presentRow } from './present-notice.ts';
import type { NoticeRecord } from './rows.ts';
import { requireNotice, seeNotice, type SeenNotice } from './see-notice.ts';
import { outreachCategory } from './spread.ts';

type GetDelivery = typeof bulletinApi.getDelivery;

/** What was told before a correction is to be told again. */
const countKnocks = async (db: Db, { communityId, id, version }: NoticeRecord, places: Places): Promise<{ open: number; told: number; absent: number }> => {
  const { noticeKnocks: k, dwellings: d } = db.t;
  const counts = { open: 0, told: 0, absent: 0 };
  if (isEmpty(places)) return counts;
  const door = db
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.communityId, k.communityId), eq(d.id, k.dwellingId), dwellingsIn(db, communityId, places)));
  const rows = await db
    .select({ result: k.result, told: k.version, knocks: count() })
    .from(k)
    .where(and(eq(k.communityId, communityId), eq(k.noticeId, id), sql`${door} is not null`))
    .groupBy(k.result, k.version);
  for (const { result, told, knocks } of rows) {
    counts[result === 'absent' ? 'absent' : result === 'told' && told >= version ? 'told' : 'open'] += knocks;
  }
  return counts;
};

/** The part of a notice's places that somebody looks after. */
export const placesSeen = async (db: Db, { notice, viewer }: SeenNotice): Promise<Places> =>
  placesOf(await loadAreas(db, notice.communityId), notice.areaIds, viewer.right === 'everywhere' ? 'all' : viewer.right);

/** Whom a reminder concerns, each once: the people of missing dwellings, and missing members of the bodies. */
export const listLate = async (db: Db, notice: NoticeRecord, places: Places, now: number): Promise<Listener[]> => {
  const dwellers = await listMissingPeople(db, notice, places);
  const others = missingOf(await listBodyReaders(db, notice, places, now), notice.needsAck);
  return [...new Map([...dwellers, ...others].map((one) => [one.id, one])).values()];
};

/** How far a notice came in the places that the viewer looks after. Refuses not-allowed, notice-not-published. */
export const getDelivery = async ({ db, actor, params, deps, now }: QueryInput<GetDelivery>): Promise<Result<Reply<GetDelivery>>> => {
  const allowed = requireNotice(await seeNotice(db, actor, params.noticeId, now), 'see-delivery');
  if (!allowed.ok) return allowed;
  const seen = allowed.value;
  const { notice } = seen;
  const { communityId } = notice;
  const areas = await loadAreas(db, communityId);
  const places = await placesSeen(db, seen);
  const units = new Map<string, DeliveryTally>();
  for (const { areaId, state, dwellings } of await countLevels(db, notice, places)) {
    units.set(areaId, tallyState(units.get(areaId) ?? noDwellings, state, dwellings));
  }
  const members = seen.viewer.right === 'everywhere' ? await listBodyReaders(db, notice, places, now) : [];
  const late = seen.allowed.includes('remind') ? await listLate(db, notice, places, now) : [];
  const reminded = await listWaitingReminders(db, notice, places, now);
  const lately = late.length === 0 ? new Set<string>() : await listRemindedPeople(db, notice, now);
  const due = late.filter(({ id }) => !lately.has(id));
  const dueIds = due.map(({ id }) => id);
  return ok({
    notice: await presentRow(db, seen, now),
    total: [...units.values()].reduce(addTallies, noDwellings),
    units: [...units].map(([areaId, tally]) => ({
      areaId,
      label: areaPath(areas, areaId).join(' '),
      ...tally,
      ...remindUnitWhen(tally, notice, reminded.filter((one) => one.areaId === areaId), now),
    })),
    people: {
      of: members.length,
      acknowledged: members.filter(({ state }) => state === 'acknowledged').length,
      read: members.filter(({ state }) => state === 'read').length,
    },
    receipts: await countReceipts(db, communityId, 'notice', notice.id),
    knocks: await countKnocks(db, notice, places),
    lastReminderAt: notice.lastReminderAt,
    nextReminderAt: nextReminder(notice.lastReminderAt, now),
    reminder: {
      people: due.filter(({ accountId }) => accountId !== null).length,
      ...(await countReachable(db, deps, communityId, dueIds, outreachCategory(notice))),
    },
    allowed: [...seen.allowed],
    cursor: await readChannelSeq(db, communityId, deliveryChannel(notice.id)),
  });
};
