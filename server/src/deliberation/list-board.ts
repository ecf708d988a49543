import { noticeDay } from '@bandeng/shared/deliberation/notice-day.ts';
import type { BoardItem } from '@bandeng/shared/deliberation/schemas.ts';
import { and, count, desc, eq, inArray, isNull, ne, type SQL, sum } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { type DisclosureRow, presentRatings } from './present-disclosure.ts';

/** The newest notices first; those that were made void are gone from the board. */
export const listNotices = (db: Db, communityId: string, limit: number, more?: SQL): Promise<DisclosureRow[]> => {
  const { disclosures: d } = db.t;
  return db
    .select()
    .from(d)
    .where(and(eq(d.communityId, communityId), ne(d.status, 'void'), more))
    .orderBy(desc(d.publishedAt), desc(d.id))
    .limit(limit);
};

/** Notices as the board shows them, with what people asked, what was paid and how it was rated: three statements in all. */
export const presentBoard = async (
  db: Db,
  communityId: string,
  notices: readonly DisclosureRow[],
  now: number,
): Promise<BoardItem[]> => {
  if (notices.length === 0) return [];
  const { objections: o, progressEntries: p, ratings: r } = db.t;
  const ids = notices.map(({ id }) => id);
  const matterIds = [...new Set(notices.map(({ matterId }) => matterId))];
  const open = await db
    .select({ id: o.disclosureId, count: count() })
    .from(o)
    .where(and(eq(o.communityId, communityId), inArray(o.disclosureId, ids), isNull(o.answeredAt)))
    .groupBy(o.disclosureId);
  const spent = await db
    .select({ id: p.matterId, fen: sum(p.amountFen).mapWith(Number) })
    .from(p)
    .where(and(eq(p.communityId, communityId), inArray(p.matterId, matterIds)))
    .groupBy(p.matterId);
  const stars = await db
    .select({ id: r.matterId, stars: r.stars, count: count() })
    .from(r)
    .where(and(eq(r.communityId, communityId), inArray(r.matterId, matterIds)))
    .groupBy(r.matterId, r.stars);
  return notices.map((notice) => ({
    matterId: notice.matterId,
    disclosureId: notice.id,
    stageId: notice.stageId as BoardItem['stageId'],
    title: notice.title,
    publishedAt: notice.publishedAt,
    endsAt: notice.endsAt,
    ...noticeDay(notice, notice.endedAt ?? now),
    openObjections: open.find(({ id }) => id === notice.id)?.count ?? 0,
    spentFen: spent.find(({ id }) => id === notice.matterId)?.fen ?? 0,
    ratings: presentRatings(stars.filter(({ id }) => id === notice.matterId)),
    publicToken: notice.publicToken,
    closed: notice.status !== 'up',
  }));
};
