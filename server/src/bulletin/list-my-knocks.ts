import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Query, Reply } from '@bandeng/shared/kernel/api.ts';
import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, notExists, or, type SQL } from 'drizzle-orm';
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

/** Doors that still wait: the notice is in force, nobody has been there, and nobody behind it has answered meanwhile. */
const waiting = (db: Db, now: number): SQL | undefined => {
  const { notices: n, noticeKnocks: k, noticeReaders: p, tenures: t } = db.t;
  const done = or(gte(p.ackVersion, n.version), and(eq(n.needsAck, false), gte(p.readVersion, n.version)));
  const answered = db
    .select({ id: t.id })
    .from(t)
    .innerJoin(p, and(eq(p.communityId, t.communityId), eq(p.noticeId, k.noticeId), eq(p.residentId, t.residentId)))
    .where(and(eq(t.communityId, k.communityId), eq(t.dwellingId, k.dwellingId), isNull(t.until), done));
  return and(isNull(k.result), eq(n.status, 'published'), or(isNull(n.expiresAt), gt(n.expiresAt, now)), notExists(answered));
};

/** The doors that were handed to somebody, by notice, newest first, and in register order. */
export const listMyKnocks = async (
  db: Db,
  { communityId, residentId }: Actor,
  query: Query<ListMyKnocks>,
  now: number,
): Promise<Reply<ListMyKnocks>> => {
  const { notices: n, noticeVersions: v, noticeKnocks: k, dwellings: d } = db.t;
  const limit = query.limit ?? 50;
  const rows = await db
    .select({ knock: k, title: v.title, dwelling: d })
    .from(k)
    .innerJoin(n, and(eq(n.communityId, k.communityId), eq(n.id, k.noticeId)))
    .innerJoin(v, and(eq(v.communityId, k.communityId), eq(v.noticeId, n.id), eq(v.version, n.version)))
    .innerJoin(d, and(eq(d.communityId, k.communityId), eq(d.id, k.dwellingId)))
    .where(
      and(
        eq(k.communityId, communityId),
        eq(k.helperId, residentId),
        inArray(n.status, ['published', 'withdrawn']),
        query.open === true ? waiting(db, now) : undefined,
        further(query.cursor, db.t),
      ),
    )
    .orderBy(desc(n.id), asc(d.sortKey), asc(d.id))
    .limit(limit + 1);
  const labelOf = await loadDoorLabel(db, communityId);
  const helper = (await loadPeople(db, communityId, [residentId]))(residentId).name;
  return pageOf(
    rows,
    limit,
    ({ knock, dwelling }) => encodeCursor(`${knock.noticeId}.${knock.dwellingId}`, dwelling.sortKey),
    ({ knock, title, dwelling }) => presentKnock(knock, { title, label: labelOf(dwelling), helper }),
  );
};
