import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { moderates } from '@bandeng/shared/chat/who-moderates.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, count, eq, gte, isNull, lte, ne } from 'drizzle-orm';
import type { QueryInput } from '../platform/http/serve.ts';
import { findGroup, seeGroup } from './load-group.ts';
import { findNamedMessage } from './load-message.ts';
import { loadOrderFacts } from './moderation/order-scope.ts';

/**
 * How many of those who are in the group since before a message, its author apart, have read it; for the author and who
 * keeps order. Whoever came later begins with nothing unread, which says nothing of what they read.
 */
export const countReaders = async (
  input: QueryInput<typeof chatApi.countReaders>,
): Promise<Result<{ read: number; of: number }>> => {
  const { db, actor, params } = input;
  const { communityId, groupId } = params;
  const group = await findGroup(db, communityId, groupId);
  const row = group && (await findNamedMessage(db, params));
  if (!group || !row) return refuse('not-found');
  const seen = await seeGroup(db, actor, groupId);
  const mine = seen !== undefined && row.authorId === actor.residentId;
  if (!mine && !moderates(await loadOrderFacts(db, actor, group))) return refuse(seen ? 'not-allowed' : 'not-found');
  const { groupMembers: m } = db.t;
  const others = and(
    eq(m.communityId, communityId),
    eq(m.groupId, groupId),
    isNull(m.leftAt),
    lte(m.joinedAt, row.at),
    row.authorId === null ? undefined : ne(m.residentId, row.authorId),
  );
  const [all] = await db.select({ members: count() }).from(m).where(others);
  const [reached] = await db
    .select({ members: count() })
    .from(m)
    .where(and(others, gte(m.readSeq, row.seq)));
  return ok({ read: reached?.members ?? 0, of: all?.members ?? 0 });
};
