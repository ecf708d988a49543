import { and, eq } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';
import type { MatterRow } from './rows.ts';

/** Lists begin with the matter in which something happened last. */
export const touchMatter = async (tx: Tx, { communityId, id }: MatterRow, now: number): Promise<void> => {
  const { matters } = tx.t;
  await tx
    .update(matters)
    .set({ touchedAt: now })
    .where(and(eq(matters.communityId, communityId), eq(matters.id, id)));
};
