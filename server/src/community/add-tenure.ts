import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { isDay } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { bindKnownAccount } from './bind-phone.ts';
import { createResidents } from './create-resident.ts';
import { standingChanged } from './standing-changed.ts';
import { beginTenures, listOccupants } from './tenure.ts';
import { covers, verifierScope } from './verifier-scope.ts';
import { writeLog } from './write-log.ts';

export interface TenureInput {
  readonly dwellingId: string;
  readonly name: string;
  readonly phone?: string;
  readonly kind: TenureKind;
  readonly birthDay?: string;
}

/** The person of this name and number, if the community knows one; a name alone identifies nobody. */
const findPerson = async ({ tx, actor }: Act, name: string, phone: string | undefined): Promise<string | null> => {
  if (phone === undefined) return null;
  const { residents: r } = tx.t;
  const [known] = await tx
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.communityId, actor.communityId), eq(r.name, name), eq(r.phone, phone)))
    .orderBy(r.createdAt);
  return known?.id ?? null;
};

/**
 * Registers somebody in a dwelling. Refuses not-found, outside-your-area, own-claim, owner-exists, already-bound,
 * bad-request (a birthday that no calendar has).
 */
export const addTenure = async (act: Act, input: TenureInput): Promise<Result<{ id: string }>> => {
  const { tx, actor, now, newId } = act;
  const { communityId, residentId: byId } = actor;
  const { dwellings: d } = tx.t;
  const [dwelling] = await tx
    .select({ areaId: d.areaId })
    .from(d)
    .where(and(eq(d.communityId, communityId), eq(d.id, input.dwellingId)));
  if (dwelling === undefined) return refuse('not-found');
  if (!covers(await verifierScope(tx, actor), dwelling.areaId)) return refuse('outside-your-area');
  if (input.birthDay !== undefined && !isDay(input.birthDay)) return refuse('bad-request', { field: 'birthDay' });
  const occupants = await listOccupants(tx, communityId, input.dwellingId);
  if (input.kind === 'owner' && occupants.some(({ kind }) => kind === 'owner')) return refuse('owner-exists');
  const name = input.name.trim();
  const known = await findPerson(act, name, input.phone);
  // As with claims, nobody verifies themselves; an administrator answers for the whole register.
  if (known === byId && !actor.roles.includes('administrator')) return refuse('own-claim');
  if (occupants.some((one) => one.residentId === known)) return refuse('already-bound');
  const residentId = known ?? newId();
  if (known === null) {
    const person = { communityId, id: residentId, name, phone: input.phone ?? null, birthDay: input.birthDay ?? null };
    await createResidents(tx, [{ ...person, createdAt: now }]);
    if (input.phone !== undefined) await bindKnownAccount(act.tx, communityId, input.phone, now, newId);
  }
  const id = newId();
  const tenure = { communityId, id, dwellingId: input.dwellingId, residentId, kind: input.kind };
  await beginTenures(tx, [{ ...tenure, from: now, source: 'desk' }]);
  const body = { residentId, dwellingId: input.dwellingId, kind: input.kind };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'tenure-begun', subjectId: id, body });
  await standingChanged(tx, communityId, residentId, now);
  return ok({ id });
};
