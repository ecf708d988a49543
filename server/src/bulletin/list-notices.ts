import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { compareWaiting, waitingRank, type WaitingNotice } from '@bandeng/shared/bulletin/order.ts';
import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import type { NoticeCategory } from '@bandeng/shared/bulletin/vocabulary.ts';
import type { Query, Reply } from '@bandeng/shared/kernel/api.ts';
import { and, desc, eq, exists, gt, inArray, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import { decodeCursor, encodeCursor, pageOf } from '../community/paging.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { loadMine, type Mine } from './load-mine.ts';
import { presentRows } from './present-notice.ts';

type ListNotices = typeof bulletinApi.listNotices;

/** Published notices whose scope holds somebody. */
const meantFor = (db: Db, communityId: string, { areaIds, bodyIds }: Mine): SQL => {
  const { noticeScopes: s, notices: n } = db.t;
  const scope = db
    .select({ id: s.noticeId })
    .from(s)
    .where(
      and(
        eq(s.communityId, communityId),
        eq(s.noticeId, n.id),
        or(and(eq(s.kind, 'area'), inArray(s.subjectId, [...areaIds])), and(eq(s.kind, 'body'), inArray(s.subjectId, [...bodyIds]))),
      ),
    );
  return exists(scope);
};

/** Notices with the title in force and how far they came with the reader. */
export const selectListed = (db: Db, communityId: string, readerId: string, which: SQL | undefined) => {
  const { notices: n, noticeVersions: v, noticeReaders: p } = db.t;
  return db
    .select({ notice: n, title: v.title, readVersion: p.readVersion, ackVersion: p.ackVersion })
    .from(n)
    .innerJoin(v, and(eq(v.communityId, n.communityId), eq(v.noticeId, n.id), eq(v.version, n.version)))
    .leftJoin(p, and(eq(p.communityId, n.communityId), eq(p.noticeId, n.id), eq(p.residentId, readerId)))
    .where(and(eq(n.communityId, communityId), which));
};

const inForce = ({ notices: n }: Db['t'], now: number): SQL | undefined =>
  and(eq(n.status, 'published'), or(isNull(n.expiresAt), gt(n.expiresAt, now)));

/** Emergencies in force stand above everything until the reader has acknowledged them: 1 for those, 0 for the rest. */
const rankOf = ({ notices: n, noticeReaders: p }: Db['t'], past: boolean): SQL<number> =>
  past
    ? sql<number>`0`
    : sql<number>`case when ${n.category} = 'urgent' and coalesce(${p.ackVersion}, 0) < ${n.version} then 1 else 0 end`;

const isPressing = ({ notice, ackVersion }: Listed): boolean =>
  notice.category === 'urgent' && (ackVersion ?? 0) < notice.version;

/** Rows after '<rank>.<ms>' and an id, in descending order of all three. */
const below = (cursor: string | undefined, rank: SQL<number>, { notices: n }: Db['t']): SQL | undefined => {
  const [place = '', id = ''] = decodeCursor(cursor) ?? [];
  const [, above, ms] = /^([01])\.(\d{1,15})$/.exec(place) ?? [];
  if (above === undefined || ms === undefined) return undefined;
  const older = or(lt(n.publishedAt, Number(ms)), and(eq(n.publishedAt, Number(ms)), lt(n.id, id)));
  return or(sql`${rank} < ${Number(above)}`, and(sql`${rank} = ${Number(above)}`, older));
};

/** What was written to somebody: in force, or what has expired or was withdrawn. */
export const listNotices = async (
  db: Db,
  { communityId, residentId }: Actor,
  query: Query<ListNotices>,
  now: number,
): Promise<Reply<ListNotices>> => {
  const mine = await loadMine(db, communityId, residentId, now);
  if (mine.areaIds.size + mine.bodyIds.size === 0) return { items: [], next: null };
  const { notices: n } = db.t;
  const past = query.past === true;
  const rank = rankOf(db.t, past);
  const limit = query.limit ?? 20;
  const over = or(eq(n.status, 'withdrawn'), and(eq(n.status, 'published'), lte(n.expiresAt, now)));
  const which = and(
    past ? over : inForce(db.t, now),
    query.category === undefined ? undefined : eq(n.category, query.category),
    meantFor(db, communityId, mine),
    below(query.cursor, rank, db.t),
  );
  const rows = await selectListed(db, communityId, residentId, which)
    .orderBy(...(past ? [] : [desc(rank)]), desc(n.publishedAt), desc(n.id))
    .limit(limit + 1);
  const page = pageOf(
    rows,
    limit,
    (row) => encodeCursor(`${!past && isPressing(row) ? 1 : 0}.${row.notice.publishedAt ?? 0}`, row.notice.id),
    (row) => row,
  );
  return { items: await presentRows(db, communityId, page.items, now), next: page.next };
};

type Listed = Awaited<ReturnType<typeof selectListed>>[number];

const waitingOf = ({ notice, readVersion, ackVersion }: Listed): WaitingNotice => ({
  id: notice.id,
  category: notice.category as NoticeCategory,
  needsAck: notice.needsAck,
  version: notice.version,
  readVersion: readVersion ?? 0,
  ackVersion: ackVersion ?? 0,
  publishedAt: notice.publishedAt ?? 0,
  expiresAt: notice.expiresAt,
});

/** As many as somebody can be asked to look at. */
const maxTodo = 100;

/** What waits for somebody, in the order in which it should be done. */
export const listNoticeTodo = async (db: Db, { communityId, residentId }: Actor, now: number): Promise<NoticeRow[]> => {
  const mine = await loadMine(db, communityId, residentId, now);
  if (mine.areaIds.size + mine.bodyIds.size === 0) return [];
  const { notices: n, noticeReaders: p } = db.t;
  const unacknowledged = and(eq(n.needsAck, true), or(isNull(p.ackVersion), lt(p.ackVersion, n.version)));
  const which = and(inForce(db.t, now), meantFor(db, communityId, mine), or(unacknowledged, lt(p.readVersion, n.version)));
  const rows = await selectListed(db, communityId, residentId, which)
    .orderBy(desc(rankOf(db.t, false)), desc(n.publishedAt), desc(n.id))
    .limit(maxTodo);
  const waiting = rows.filter((row) => waitingRank(waitingOf(row)) !== null);
  return presentRows(db, communityId, waiting.sort((a, b) => compareWaiting(waitingOf(a), waitingOf(b))), now);
};
