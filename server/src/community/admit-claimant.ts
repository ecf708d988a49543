import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { createResidents } from './create-resident.ts';
import { standingChanged } from './standing-changed.ts';
import { beginTenures, closeTenure, listOccupants } from './tenure.ts';
import { writeLog } from './write-log.ts';

interface Claimed {
  readonly accountId: string;
  readonly dwellingId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly kind: string;
}

/**
 * Lets the claimant of an accepted claim in. Somebody of this name whom the register already has in the dwelling, and
 * who is bound to nobody, is the claimant: the register's word on the kind of tenure stands. Otherwise a new tenure begins.
 */
export const admitClaimant = async (act: Act, claim: Claimed): Promise<Result<void>> => {
  const { tx, actor, now, newId } = act;
  const { communityId } = actor;
  const { residents: r } = tx.t;
  const occupants = await listOccupants(tx, communityId, claim.dwellingId);
  const [own] = await tx
    .select({ id: r.id, phone: r.phone })
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.accountId, claim.accountId)));
  if (own !== undefined && occupants.some(({ residentId }) => residentId === own.id)) return refuse('already-bound');
  const registered = occupants.find((one) => one.accountId === null && one.name === claim.name);
  const kind = (registered?.kind ?? claim.kind) as TenureKind;
  if (registered === undefined && kind === 'owner' && occupants.some((one) => one.kind === 'owner'))
    return refuse('owner-exists');

  if (registered !== undefined && own === undefined) {
    const here = and(eq(r.communityId, communityId), eq(r.id, registered.residentId));
    await tx
      .update(r)
      .set({ accountId: claim.accountId, phone: registered.phone ?? claim.phone })
      .where(here);
    const bound = {
      communityId,
      at: now,
      byId: actor.residentId,
      kind: 'resident-bound',
      subjectId: registered.residentId,
    } as const;
    await writeLog(tx, newId, { ...bound, body: { by: 'claim' } });
    await standingChanged(tx, communityId, registered.residentId, now);
    return ok(undefined);
  }
  const residentId = own?.id ?? newId();
  if (own === undefined) {
    const { accountId, name, phone } = claim;
    await createResidents(tx, [{ communityId, id: residentId, accountId, name, phone, createdAt: now }]);
  }
  // The same person under two entries: the dwelling goes to the entry that the account already has.
  if (registered !== undefined && own?.phone === null) {
    const here = and(eq(r.communityId, communityId), eq(r.id, own.id));
    await tx.update(r).set({ phone: registered.phone }).where(here);
  }
  if (registered !== undefined) await closeTenure(tx, communityId, registered.id, now, 'merged');
  const tenure = { communityId, id: newId(), dwellingId: claim.dwellingId, residentId, kind };
  const source = registered === undefined ? 'claim' : 'register';
  await beginTenures(tx, [{ ...tenure, from: now, source }]);
  const begun = { communityId, at: now, byId: actor.residentId, kind: 'tenure-begun', subjectId: tenure.id } as const;
  await writeLog(tx, newId, { ...begun, body: { residentId, dwellingId: claim.dwellingId, kind } });
  await standingChanged(tx, communityId, residentId, now);
  return ok(undefined);
};
