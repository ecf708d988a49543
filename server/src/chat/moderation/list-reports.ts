import type { Report } from '@bandeng/shared/chat/schemas.ts';
import { and, asc, eq } from 'drizzle-orm';
import { after, encodeCursor, pageOf } from '../../community/paging.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Db } from '../../platform/store/store.ts';
import type { Paging } from './list-held.ts';
import { loadOrderScope, within } from './order-scope.ts';
import { presentReports } from './present-reports.ts';

/** Reports from the groups in which the caller keeps order, the oldest first. */
export const listReports = async (db: Db, actor: Actor, query: Paging & { readonly status?: Report['status'] }) => {
  const { messageReports: r } = db.t;
  const { communityId } = actor;
  const { cursor, limit = 50, status } = query;
  const scope = await loadOrderScope(db, actor);
  const asked = status === undefined ? undefined : eq(r.status, status);
  const rows = await db
    .select()
    .from(r)
    .where(and(eq(r.communityId, communityId), asked, within(scope, r.groupId), after(cursor, r.id, r.id)))
    .orderBy(asc(r.id))
    .limit(limit + 1);
  const { items, next } = pageOf(rows, limit, ({ id }) => encodeCursor(id, id), (row) => row);
  return { items: await presentReports(db, communityId, items), next };
};
