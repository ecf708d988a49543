import type { HeldMessage } from '@bandeng/shared/chat/schemas.ts';
import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { after, encodeCursor, pageOf } from '../../community/paging.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Db } from '../../platform/store/store.ts';
import { loadOrderScope, within } from './order-scope.ts';
import { presentHeld } from './present-held.ts';

export interface Paging {
  readonly cursor?: string;
  readonly limit?: number;
}

/** What waits for the caller's decision, the longest waiting first. Nobody decides about an own message. */
export const listHeld = async (db: Db, actor: Actor, { cursor, limit = 50 }: Paging) => {
  const { heldMessages: h } = db.t;
  const { communityId, residentId } = actor;
  const scope = await loadOrderScope(db, actor);
  const waiting = and(eq(h.communityId, communityId), eq(h.status, 'held'), ne(h.authorId, residentId));
  const rows = await db
    .select()
    .from(h)
    .where(and(waiting, within(scope, h.groupId), after(cursor, h.id, h.id)))
    .orderBy(asc(h.id))
    .limit(limit + 1);
  const { items, next } = pageOf(rows, limit, ({ id }) => encodeCursor(id, id), (row) => row);
  return { items: await presentHeld(db, communityId, items), next };
};

/** The newest hundred of one's own messages that waited or wait, also those decided. */
export const listMyHeld = async (db: Db, actor: Actor, groupId: string | undefined): Promise<HeldMessage[]> => {
  const { heldMessages: h } = db.t;
  const { communityId, residentId } = actor;
  const mine = and(eq(h.communityId, communityId), eq(h.authorId, residentId));
  const rows = await db
    .select()
    .from(h)
    .where(and(mine, groupId === undefined ? undefined : eq(h.groupId, groupId)))
    .orderBy(desc(h.id))
    .limit(100);
  return presentHeld(db, communityId, rows);
};
