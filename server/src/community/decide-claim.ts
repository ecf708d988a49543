import type { Claim } from '@bandeng/shared/community/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { admitClaimant } from './admit-claimant.ts';
import type { Act } from './act.ts';
import { findClaim, presentClaim } from './claims.ts';
import { putPhoneReads } from './record-phone-reads.ts';
import { covers, verifierScope } from './verifier-scope.ts';
import { writeLog } from './write-log.ts';

/**
 * A verifier of the dwelling's area accepts a claim or refuses it with a reason.
 * Refuses not-found, outside-your-area, own-claim, claim-decided, reason-needed, owner-exists, already-bound.
 */
export const decideClaim = async (
  act: Act,
  input: { readonly claimId: string; readonly accept: boolean; readonly reason: string },
): Promise<Result<Claim>> => {
  const { tx, actor, now, newId } = act;
  const { communityId, residentId: byId } = actor;
  const found = await findClaim(tx, communityId, input.claimId);
  if (found === null) return refuse('not-found');
  if (!covers(await verifierScope(tx, actor), found.areaId)) return refuse('outside-your-area');
  const { claim } = found;
  if (claim.accountId === actor.accountId) return refuse('own-claim');
  if (claim.status !== 'waiting') return refuse('claim-decided');
  const reason = input.reason.trim();
  if (!input.accept && reason === '') return refuse('reason-needed', { field: 'reason' });
  if (input.accept) {
    const admitted = await admitClaimant(act, claim);
    if (!admitted.ok) return admitted;
  }
  const { claims: c } = tx.t;
  await tx
    .update(c)
    .set({ status: input.accept ? 'accepted' : 'refused', decidedBy: byId, decidedAt: now, reason })
    .where(and(eq(c.communityId, communityId), eq(c.id, claim.id)));
  const kind = input.accept ? 'claim-accepted' : 'claim-refused';
  const body = { dwellingId: claim.dwellingId, tenure: claim.kind, reason };
  await writeLog(tx, newId, { communityId, at: now, byId, kind, subjectId: claim.id, body });
  const decided = await findClaim(tx, communityId, claim.id);
  if (decided === null) throw new Error('a claim that was just decided is gone');
  if (claim.phone !== null) await putPhoneReads(tx, act, 'claims', [{ kind: 'claim', id: claim.id }]);
  return ok(presentClaim(decided));
};
