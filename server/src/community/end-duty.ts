import { isInForce, mayEndOn } from '@bandeng/shared/community/term.ts';
import { isDay } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, ne } from 'drizzle-orm';
import type { Act } from './act.ts';
import { standingChanged } from './standing-changed.ts';
import { writeLog } from './write-log.ts';

/** Somebody else must still administer the community on the day that the duty ends, or nobody could appoint anyone. */
const leavesAdministrator = async ({ tx, actor }: Act, dutyId: string, until: string): Promise<boolean> => {
  const { duties: d } = tx.t;
  const others = await tx
    .select({ from: d.from, until: d.until })
    .from(d)
    .where(and(eq(d.communityId, actor.communityId), eq(d.kind, 'administrator'), ne(d.id, dutyId)));
  return others.some((term) => isInForce(term, until));
};

/** Ends a duty on a day, the first on which it no longer holds. Refuses not-found, term-invalid, last-administrator. */
export const endDuty = async (
  act: Act,
  input: { readonly dutyId: string; readonly until: string; readonly reason: string },
): Promise<Result<{ done: true }>> => {
  const { tx, actor, now, newId } = act;
  const { communityId, residentId: byId } = actor;
  const { duties: d } = tx.t;
  const here = and(eq(d.communityId, communityId), eq(d.id, input.dutyId));
  const [duty] = await tx.select().from(d).where(here);
  if (duty === undefined) return refuse('not-found');
  if (!isDay(input.until) || !mayEndOn(duty, input.until)) return refuse('term-invalid', { field: 'until' });
  if (duty.kind === 'administrator' && !(await leavesAdministrator(act, duty.id, input.until)))
    return refuse('last-administrator');
  await tx.update(d).set({ until: input.until, endReason: input.reason }).where(here);
  const body = { kind: duty.kind, residentId: duty.residentId, until: input.until, reason: input.reason };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'duty-ended', subjectId: duty.id, body });
  await standingChanged(tx, communityId, duty.residentId, now);
  return ok({ done: true });
};
