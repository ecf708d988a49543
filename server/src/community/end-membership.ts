import { mayEndOn } from '@bandeng/shared/community/term.ts';
import { isDay } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { standingChanged } from './standing-changed.ts';
import { writeLog } from './write-log.ts';

/** Ends a term of office on a day, the first on which it no longer holds. Refuses not-found, term-invalid. */
export const endMembership = async (
  { tx, actor, now, newId }: Act,
  input: { readonly memberId: string; readonly until: string; readonly reason: string },
): Promise<Result<{ done: true }>> => {
  const { communityId, residentId: byId } = actor;
  const { bodyMembers: m } = tx.t;
  const here = and(eq(m.communityId, communityId), eq(m.id, input.memberId));
  const [seat] = await tx.select().from(m).where(here);
  if (seat === undefined) return refuse('not-found');
  if (!isDay(input.until) || !mayEndOn(seat, input.until)) return refuse('term-invalid', { field: 'until' });
  await tx.update(m).set({ until: input.until, endReason: input.reason }).where(here);
  const body = { bodyId: seat.bodyId, residentId: seat.residentId, until: input.until, reason: input.reason };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'membership-ended', subjectId: seat.id, body });
  await standingChanged(tx, communityId, seat.residentId, now);
  return ok({ done: true });
};
