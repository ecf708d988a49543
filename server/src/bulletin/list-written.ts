import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeStatus } from '@bandeng/shared/bulletin/vocabulary.ts';
import type { Query, Reply } from '@bandeng/shared/kernel/api.ts';
import { and, count, desc, eq, exists, gt, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import { loadAreas, type AreaRow } from '../community/areas.ts';
import { pageOf } from '../community/paging.ts';
import { cursorAt, olderThan } from '../deliberation/newest-first.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { placesOf, type Places } from './audience.ts';
import { selectListed } from './list-notices.ts';
import { presentRows } from './present-notice.ts';
import type { NoticeRecord } from './rows.ts';
import { loadViewer, type Viewer } from './viewer.ts';

type ListWritten = typeof bulletinApi.listWrittenNotices;

/** Scopes that touch the areas of a viewer: these areas and those above them. */
const touching = (db: Db, communityId: string, { right, areas }: Viewer): SQL | undefined => {
  if (right === 'everywhere') return undefined;
  const { noticeScopes: s, notices: n } = db.t;
  const parentOf = new Map(areas.map(({ id, parentId }) => [id, parentId]));
  const subjects = new Set<string>();
  for (const root of right) {
    for (let id: string | null = root; id !== null && !subjects.has(id); id = parentOf.get(id) ?? null) subjects.add(id);
  }
  const scope = db
    .select({ id: s.noticeId })
    .from(s)
    .where(and(eq(s.communityId, communityId), eq(s.noticeId, n.id), eq(s.kind, 'area'), inArray(s.subjectId, [...subjects])));
  return exists(scope);
};

const withStatus = ({ notices: n }: Db['t'], status: NoticeStatus, now: number): SQL | undefined => {
  if (status === 'expired') return and(eq(n.status, 'published'), lte(n.expiresAt, now));
  if (status === 'published') return and(eq(n.status, status), or(isNull(n.expiresAt), gt(n.expiresAt, now)));
  return eq(n.status, status);
};

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Notice → area → its dwellings that did what the notice asks for. One statement for all of them. */
const countReached = async (db: Db, communityId: string, noticeIds: readonly string[]): Promise<Counts> => {
  const found = new Map<string, Map<string, number>>();
  if (noticeIds.length === 0) return found;
  const { notices: n, noticeReaders: p, noticeKnocks: k, tenures: t, dwellings: d } = db.t;
  const ids = [...noticeIds];
  const done = or(gte(p.ackVersion, n.version), and(eq(n.needsAck, false), gte(p.readVersion, n.version)));
  const inApp = db
    .select({ noticeId: p.noticeId, areaId: d.areaId, dwellingId: t.dwellingId })
    .from(n)
    .innerJoin(p, and(eq(p.communityId, n.communityId), eq(p.noticeId, n.id)))
    .innerJoin(t, and(eq(t.communityId, p.communityId), eq(t.residentId, p.residentId), isNull(t.until)))
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId), isNull(d.removedAt)))
    .where(and(eq(n.communityId, communityId), inArray(n.id, ids), done));
  const atDoor = db
    .select({ noticeId: k.noticeId, areaId: d.areaId, dwellingId: k.dwellingId })
    .from(n)
    .innerJoin(k, and(eq(k.communityId, n.communityId), eq(k.noticeId, n.id), eq(k.result, 'told'), gte(k.version, n.version)))
    .innerJoin(d, and(eq(d.communityId, k.communityId), eq(d.id, k.dwellingId), isNull(d.removedAt)))
    .where(and(eq(n.communityId, communityId), inArray(n.id, ids)));
  const each = inApp.union(atDoor).as('each_dwelling');
  const rows = await db
    .select({ noticeId: each.noticeId, areaId: each.areaId, dwellings: count() })
    .from(each)
    .groupBy(each.noticeId, each.areaId);
  for (const { noticeId, areaId, dwellings } of rows) {
    found.set(noticeId, (found.get(noticeId) ?? new Map<string, number>()).set(areaId, dwellings));
  }
  return found;
};

const countByArea = async (db: Db, communityId: string): Promise<ReadonlyMap<string, number>> => {
  const { dwellings: d } = db.t;
  const rows = await db
    .select({ areaId: d.areaId, dwellings: count() })
    .from(d)
    .where(and(eq(d.communityId, communityId), isNull(d.removedAt)))
    .groupBy(d.areaId);
  return new Map(rows.map(({ areaId, dwellings }) => [areaId, dwellings]));
};

const sumIn = (counts: ReadonlyMap<string, number> | undefined, places: Places): number => {
  let sum = 0;
  for (const [areaId, dwellings] of counts ?? []) if (places === 'all' || places.has(areaId)) sum += dwellings;
  return sum;
};

/** The own notices, drafts too, and those that went to areas one looks after; newest first, each with how far it came there. */
export const listWrittenNotices = async (db: Db, actor: Actor, query: Query<ListWritten>, now: number): Promise<Reply<ListWritten>> => {
  const { communityId, residentId } = actor;
  const { notices: n } = db.t;
  const limit = query.limit ?? 20;
  const viewer = await loadViewer(db, actor);
  const out = and(inArray(n.status, ['published', 'withdrawn']), touching(db, communityId, viewer));
  const which = and(
    or(eq(n.authorId, residentId), out),
    query.status === undefined ? undefined : withStatus(db.t, query.status, now),
    olderThan(query.cursor, n.createdAt, n.id),
  );
  const rows = await selectListed(db, communityId, residentId, which).orderBy(desc(n.createdAt), desc(n.id)).limit(limit + 1);
  const page = pageOf(rows, limit, ({ notice }) => cursorAt(notice.createdAt, notice.id), (row) => row);
  const areas: readonly AreaRow[] = await loadAreas(db, communityId);
  const all = await countByArea(db, communityId);
  const reached = await countReached(db, communityId, page.items.map(({ notice }) => notice.id));
  const placesIn = ({ areaIds, authorId }: NoticeRecord): Places =>
    placesOf(areas, areaIds, authorId === residentId || viewer.right === 'everywhere' ? 'all' : viewer.right);
  const shown = await presentRows(db, communityId, page.items, now);
  const items = shown.flatMap((row, i) => {
    const notice = page.items[i]?.notice;
    if (!notice) return [];
    const places = placesIn(notice);
    return [{ ...row, dwellings: sumIn(all, places), reached: sumIn(reached.get(row.id), places) }];
  });
  return { items, next: page.next };
};
