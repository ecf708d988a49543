import type { Claim } from '@bandeng/shared/community/schemas.ts';
import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { AccountAct } from './act.ts';
import { findClaim, presentClaim } from './claims.ts';
import { listOccupants } from './tenure.ts';

/** Asks to be let in for a dwelling. Refuses not-found, already-bound, claim-pending. */
export const createClaim = async (
  { tx, communityId, accountId, now, newId }: AccountAct,
  input: { readonly dwellingId: string; readonly name: string; readonly kind: TenureKind; readonly note: string },
): Promise<Result<Claim>> => {
  const { dwellings: d, claims: c, accounts: a } = tx.t;
  const [dwelling] = await tx
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.communityId, communityId), eq(d.id, input.dwellingId), isNull(d.removedAt)));
  if (dwelling === undefined) return refuse('not-found', { field: 'dwellingId' });
  const occupants = await listOccupants(tx, communityId, dwelling.id);
  if (occupants.some((one) => one.accountId === accountId)) return refuse('already-bound');
  const [waiting] = await tx
    .select({ id: c.id })
    .from(c)
    .where(
      and(
        eq(c.communityId, communityId),
        eq(c.accountId, accountId),
        eq(c.dwellingId, dwelling.id),
        eq(c.status, 'waiting'),
      ),
    );
  if (waiting !== undefined) return refuse('claim-pending');
  const [account] = await tx.select({ phone: a.phone }).from(a).where(eq(a.id, accountId));
  const id = newId();
  const { kind, note } = input;
  const claim = {
    communityId,
    id,
    accountId,
    dwellingId: dwelling.id,
    name: input.name.trim(),
    phone: account?.phone ?? null,
    kind,
    note,
  };
  await tx.insert(c).values({ ...claim, status: 'waiting', at: now, decidedBy: null, decidedAt: null, reason: '' });
  const made = await findClaim(tx, communityId, id);
  if (made === null) throw new Error('a claim that was just written is not there');
  return ok(presentClaim(made));
};
