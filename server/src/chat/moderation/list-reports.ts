import type { Report } from '@bandeng/shared/chat/schemas.ts';
import { and, asc, eq, ne } from 'drizzle-orm';
import { after, encodeCursor, pageOf } from '../../community/paging.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Db } from '../../platform/store/store.ts';
import type { Paging } from './list-held.ts';
import { loadOrderScope, within } from './order-scope.ts';
import { presentReports } from './present-reports.ts';

/**
 * Reports from the groups in which the caller keeps order, the oldest first. Nobody reads who reported an own message.
 */
export const listReports = async (db: Db, actor: Actor, query: Paging & { readonly status?: Report['status'] }) => {
  const { messageReports: r, messages: m } = db.t;
  const { communityId, residentId } = actor;
  const { cursor, limit = 50, status } = query;
  const scope = await loadOrderScope(db, actor);
  const asked = status === undefined ? undefined : eq(r.status, status);
  const here = and(eq(r.communityId, communityId), ne(m.authorId, residentId), within(scope, r.groupId));
  const found = await db
    .select({ row: r })
    .from(r)
    .innerJoin(m, and(eq(m.communityId, r.communityId), eq(m.groupId, r.groupId), eq(m.seq, r.seq)))
    .where(and(here, asked, after(cursor, r.id, r.id)))
    .orderBy(asc(r.id))
    .limit(limit + 1);
  const { items, next } = pageOf(found, limit, ({ row: { id } }) => encodeCursor(id, id), ({ row }) => row);
  return { items: await presentReports(db, communityId, items), next };
};
