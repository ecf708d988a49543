import { templateOf, type OutreachCategory } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';
import { giveConsentBack } from './consents.ts';

/** Takes back the messages about one thing that have not gone out, because it no longer holds; consents are as good as before. */
export const dropWaiting = async (
  tx: Tx,
  { communityId, owner }: { readonly communityId: string; readonly owner: { readonly kind: string; readonly id: string } },
  now: number,
): Promise<void> => {
  const { outbox: o } = tx.t;
  const about = and(eq(o.communityId, communityId), eq(o.ownerKind, owner.kind), eq(o.ownerId, owner.id));
  const dropped = await tx
    .update(o)
    .set({ status: 'dropped', nextAt: null, doneAt: now })
    .where(and(about, eq(o.status, 'waiting')))
    .returning({ accountId: o.accountId, channel: o.channel, category: o.category });
  for (const { accountId, channel, category } of dropped) {
    if (channel === 'wechat' && accountId !== null) await giveConsentBack(tx, accountId, templateOf[category as OutreachCategory]);
  }
};
