import type { OutreachData } from '@bandeng/shared/outreach/fill-template.ts';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';

/** Messages about one thing that have not gone out yet will say what holds now: nobody is told in the morning what was corrected at night. */
export const renewWaiting = async (
  tx: Tx,
  { communityId, owner, data }: { readonly communityId: string; readonly owner: { readonly kind: string; readonly id: string }; readonly data: OutreachData },
): Promise<void> => {
  const { outbox: o } = tx.t;
  await tx
    .update(o)
    .set({ data: Object.fromEntries(Object.entries(data).filter(([, value]) => value !== '')) })
    .where(and(eq(o.communityId, communityId), eq(o.ownerKind, owner.kind), eq(o.ownerId, owner.id), eq(o.status, 'waiting')));
};
