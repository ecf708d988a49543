import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '../../platform/store/store.ts';
import type { HeldRow } from './present-held.ts';

/** What decisions about one held message serialise on, beside its group. */
export const heldScope = ({ communityId, heldId }: { communityId: string; heldId: string }): string =>
  `held:${communityId}/${heldId}`;

export const findHeld = async (db: Db, communityId: string, heldId: string): Promise<HeldRow | undefined> => {
  const { heldMessages: h } = db.t;
  const [found] = await db
    .select()
    .from(h)
    .where(and(eq(h.communityId, communityId), eq(h.id, heldId)));
  return found;
};

type HeldChange = Partial<Omit<HeldRow, 'communityId' | 'id' | 'groupId' | 'authorId' | 'sentAs' | 'at'>>;

export const changeHeld = async (tx: Tx, row: HeldRow, change: HeldChange): Promise<HeldRow> => {
  const { heldMessages: h } = tx.t;
  await tx
    .update(h)
    .set(change)
    .where(and(eq(h.communityId, row.communityId), eq(h.id, row.id)));
  return { ...row, ...change };
};
