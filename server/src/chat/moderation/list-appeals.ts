import type { Appeal, MyAppeal } from '@bandeng/shared/chat/schemas.ts';
import { and, asc, desc, eq, ne, or } from 'drizzle-orm';
import { after, encodeCursor, pageOf } from '../../community/paging.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Db } from '../../platform/store/store.ts';
import type { Paging } from './list-held.ts';
import { presentAppeals, presentMyAppeals } from './present-appeals.ts';

/**
 * Appeals of the whole community, the oldest first: none of the caller's own, and no open one against the caller. Who
 * reviews deletions at all, the policy says.
 */
export const listAppeals = async (
  db: Db,
  { communityId, residentId }: Actor,
  query: Paging & { readonly status?: Appeal['status'] },
) => {
  const { messageAppeals: a, messages: m } = db.t;
  const { cursor, limit = 50, status } = query;
  const asked = status === undefined ? undefined : eq(a.status, status);
  const decidable = and(ne(a.byId, residentId), or(ne(a.status, 'open'), ne(m.stateBy, residentId)));
  const found = await db
    .select({ row: a })
    .from(a)
    .innerJoin(m, and(eq(m.communityId, a.communityId), eq(m.groupId, a.groupId), eq(m.seq, a.seq)))
    .where(and(eq(a.communityId, communityId), decidable, asked, after(cursor, a.id, a.id)))
    .orderBy(asc(a.id))
    .limit(limit + 1);
  const { items, next } = pageOf(found, limit, ({ row: { id } }) => encodeCursor(id, id), ({ row }) => row);
  return { items: await presentAppeals(db, communityId, items), next };
};

/** The caller's own, the newest fifty first, also from groups that the caller has left since. */
export const listMyAppeals = async (db: Db, { communityId, residentId }: Actor): Promise<MyAppeal[]> => {
  const { messageAppeals: a } = db.t;
  const rows = await db
    .select()
    .from(a)
    .where(and(eq(a.communityId, communityId), eq(a.byId, residentId)))
    .orderBy(desc(a.id))
    .limit(50);
  return presentMyAppeals(db, communityId, rows);
};
