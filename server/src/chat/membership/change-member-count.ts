import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';

/** Counts members who came or left; gives how many are in the group now. */
export const changeMemberCount = async (
  tx: Tx,
  communityId: string,
  groupId: string,
  by: number,
): Promise<number> => {
  const { groups: g } = tx.t;
  const [row] = await tx
    .update(g)
    .set({ memberCount: sql`${g.memberCount} + ${by}` })
    .where(and(eq(g.communityId, communityId), eq(g.id, groupId)))
    .returning({ memberCount: g.memberCount });
  if (row === undefined) throw new Error('a group that lost its row');
  return row.memberCount;
};
