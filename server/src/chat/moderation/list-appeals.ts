import type { Appeal } from '@bandeng/shared/chat/schemas.ts';
import { and, asc, eq } from 'drizzle-orm';
import { after, encodeCursor, pageOf } from '../../community/paging.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Db } from '../../platform/store/store.ts';
import type { Paging } from './list-held.ts';
import { presentAppeals } from './present-appeals.ts';

/** Appeals of the whole community, the oldest first. Who reviews deletions at all, the policy says. */
export const listAppeals = async (
  db: Db,
  { communityId }: Actor,
  query: Paging & { readonly status?: Appeal['status'] },
) => {
  const { messageAppeals: a } = db.t;
  const { cursor, limit = 50, status } = query;
  const asked = status === undefined ? undefined : eq(a.status, status);
  const rows = await db
    .select()
    .from(a)
    .where(and(eq(a.communityId, communityId), asked, after(cursor, a.id, a.id)))
    .orderBy(asc(a.id))
    .limit(limit + 1);
  const { items, next } = pageOf(rows, limit, ({ id }) => encodeCursor(id, id), (row) => row);
  return { items: await presentAppeals(db, communityId, items), next };
};
