import { isPast } from '@bandeng/shared/community/term.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { writeLog } from './write-log.ts';

/**
 * Says for how many households a representative speaks: a register marks who they are and not for how many. Rolls that
 * are frozen already keep their number. Refuses not-found, not-a-representative, term-invalid (a term that is over).
 */
export const setHouseholds = async (
  { tx, actor, now, newId }: Act,
  { memberId, households }: { readonly memberId: string; readonly households: number },
): Promise<Result<{ done: true }>> => {
  const { communityId, residentId: byId } = actor;
  const { bodyMembers: m, bodies: b } = tx.t;
  const [seat] = await tx
    .select({ from: m.from, until: m.until, before: m.households, kind: b.kind })
    .from(m)
    .innerJoin(b, and(eq(b.communityId, m.communityId), eq(b.id, m.bodyId)))
    .where(and(eq(m.communityId, communityId), eq(m.id, memberId)));
  if (seat === undefined) return refuse('not-found');
  if (seat.kind !== 'representatives') return refuse('not-a-representative');
  if (isPast(seat, dayAt(now))) return refuse('term-invalid');
  await tx
    .update(m)
    .set({ households })
    .where(and(eq(m.communityId, communityId), eq(m.id, memberId)));
  const body = { before: seat.before, households };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'households-set', subjectId: memberId, body });
  return ok({ done: true });
};
