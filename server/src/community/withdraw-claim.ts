import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { AccountAct } from './act.ts';
import { findClaim } from './claims.ts';

/** Takes an own claim back. Refuses not-found (also for another's claim), claim-decided. */
export const withdrawClaim = async (
  { tx, communityId, accountId, now }: AccountAct,
  claimId: string,
): Promise<Result<{ done: true }>> => {
  const found = await findClaim(tx, communityId, claimId);
  if (found === null || found.claim.accountId !== accountId) return refuse('not-found');
  if (found.claim.status !== 'waiting') return refuse('claim-decided');
  const { claims: c } = tx.t;
  await tx
    .update(c)
    .set({ status: 'withdrawn', decidedAt: now })
    .where(and(eq(c.communityId, communityId), eq(c.id, claimId)));
  return ok({ done: true });
};
