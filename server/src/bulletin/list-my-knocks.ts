import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Query, Reply } from '@bandeng/shared/kernel/api.ts';
import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, or, type SQL } from 'drizzle-orm';
import { decodeCursor, encodeCursor, pageOf } from '../community/paging.ts';
import { loadPeople } from '../deliberation/load-people.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { loadDoorLabel, presentKnock } from './present-knock.ts';

type ListMyKnocks = typeof bulletinApi.listMyKnocks;

/** After '<notice>.<dwelling>' and a sort key: the notice's later doors, then older notices. */
const further = (cursor: string | undefined, { notices: n, dwellings: d }: Db['t']): SQL | undefined => {
  const position = decodeCursor(cursor);
  if (position === null) return undefined;
  const [noticeId = '', dwellingId = ''] = position[0].split('.');
  const later = or(gt(d.sortKey, position[1]), and(eq(d.sortKey, position[1]), gt(d.id, dwellingId)));
  return or(lt(n.id, noticeId), and(eq(n.id, noticeId), later));
};

/** Doors that still wait: the notice is in force and nobody was told what it says now, be it that nobody was at home. */
const waiting = ({ notices: n, noticeKnocks: k }: Db['t'], now: number): SQL | undefined =>
  and(or(isNull(k.result), ne(k.result, 'told'), lt(k.version, n.version)), eq(n.status, 'published'), or(isNull(n.expiresAt), gt(n.expiresAt, now)));

const selectDoors = (db: Db, { communityId, residentId }: Actor, which: SQL | undefined) => {
  const { notices: n, noticeVersions: v, noticeKnocks: k, dwellings: d } = db.t;
  return db
    .select({ knock: k, notice: { version: n.version, needsAck: n.needsAck }, title: v.title, dwelling: d })
    .from(k)
    .innerJoin(n, and(eq(n.communityId, k.communityId), eq(n.id, k.noticeId)))
    .innerJoin(v, and(eq(v.communityId, k.communityId), eq(v.noticeId, n.id), eq(v.version, n.version)))
    .innerJoin(d, and(eq(d.communityId, k.communityId), eq(d.id, k.dwellingId)))
    .where(and(eq(k.communityId, communityId), eq(k.helperId, residentId), inArray(n.status, ['published', 'withdrawn']), which))
    .orderBy(desc(n.id), asc(d.sortKey), asc(d.id));
};

type Door = Awaited<ReturnType<typeof selectDoors>>[number];

/** Without those where somebody behind the door has answered meanwhile. */
const unanswered = async (db: Db, communityId: string, doors: readonly Door[]): Promise<Door[]> => {
  if (doors.length === 0) return [];
  const { noticeReaders: p, tenures: t } = db.t;
  const noticeIds = [...new Set(doors.map(({ knock }) => knock.noticeId))];
  const dwellingIds = [...new Set(doors.map(({ knock }) => knock.dwellingId))];
  const marks = await db
    .select({ noticeId: p.noticeId, dwellingId: t.dwellingId, ackVersion: p.ackVersion, readVersion: p.readVersion })
    .from(t)
    .innerJoin(p, and(eq(p.communityId, t.communityId), inArray(p.noticeId, noticeIds), eq(p.residentId, t.residentId)))
    .where(and(eq(t.communityId, communityId), inArray(t.dwellingId, dwellingIds), isNull(t.until)));
  return doors.filter(({ knock, notice }) => {
    const behind = marks.filter(({ noticeId, dwellingId }) => noticeId === knock.noticeId && dwellingId === knock.dwellingId);
    return !behind.some(({ ackVersion, readVersion }) => (notice.needsAck ? ackVersion : Math.max(ackVersion, readVersion)) >= notice.version);
  });
};

const cursorOf = ({ knock, dwelling }: Door): string => encodeCursor(`${knock.noticeId}.${knock.dwellingId}`, dwelling.sortKey);

/** Doors looked at together: who has answered is asked for these alone, whatever the planner thinks of the whole. */
const batch = 300;

/** The doors that were handed to somebody, by notice, newest first, and in register order. */
export const listMyKnocks = async (db: Db, actor: Actor, query: Query<ListMyKnocks>, now: number): Promise<Reply<ListMyKnocks>> => {
  const { communityId, residentId } = actor;
  const limit = query.limit ?? 50;
  const open = query.open === true;
  const size = open ? batch : limit + 1;
  const found: Door[] = [];
  let cursor = query.cursor;
  for (;;) {
    const rows = await selectDoors(db, actor, and(open ? waiting(db.t, now) : undefined, further(cursor, db.t))).limit(size);
    found.push(...(open ? await unanswered(db, communityId, rows) : rows));
    const last = rows.at(-1);
    if (rows.length < size || found.length > limit || !last) break;
    cursor = cursorOf(last);
  }
  const labelOf = await loadDoorLabel(db, communityId);
  const helper = (await loadPeople(db, communityId, [residentId]))(residentId).name;
  return pageOf(found, limit, cursorOf, ({ knock, notice, title, dwelling }) =>
    presentKnock(knock, { title, version: notice.version, label: labelOf(dwelling), helper }),
  );
};
