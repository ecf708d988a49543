import { isTerm, overlap, type Term } from '@bandeng/shared/community/term.ts';
import { isDay } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { residentExists } from './residents.ts';
import { standingChanged } from './standing-changed.ts';
import { writeLog } from './write-log.ts';

export interface Appointment {
  readonly bodyId: string;
  readonly residentId: string;
  readonly position: string;
  readonly from: string;
  readonly until?: string;
  readonly households?: number;
}

/** Members of the supervisory committee may not sit on the residents' committee (居民委员会组织法 2025, on 居务监督委员会). */
const excluded: Readonly<Record<string, string>> = {
  supervisors: 'residents-committee',
  'residents-committee': 'supervisors',
};

const seatsOf = ({ tx, actor }: Act, residentId: string) => {
  const { bodyMembers: m, bodies: b } = tx.t;
  return tx
    .select({ bodyId: m.bodyId, kind: b.kind, from: m.from, until: m.until })
    .from(m)
    .innerJoin(b, and(eq(b.communityId, m.communityId), eq(b.id, m.bodyId)))
    .where(and(eq(m.communityId, actor.communityId), eq(m.residentId, residentId)));
};

/**
 * Gives somebody a seat in a body for a term of office.
 * Refuses not-found, body-derived, term-invalid, already-in-body, supervisor-conflict.
 */
export const appointMember = async (act: Act, input: Appointment): Promise<Result<{ id: string }>> => {
  const { tx, actor, now, newId } = act;
  const { communityId, residentId: byId } = actor;
  const { bodies: b } = tx.t;
  const [body] = await tx
    .select({ kind: b.kind })
    .from(b)
    .where(and(eq(b.communityId, communityId), eq(b.id, input.bodyId)));
  if (body === undefined) return refuse('not-found');
  if (body.kind === 'two-committees') return refuse('body-derived');
  if (!(await residentExists(tx, communityId, input.residentId))) return refuse('not-found', { field: 'residentId' });
  const term: Term = { from: input.from, until: input.until ?? null };
  if (!isDay(term.from)) return refuse('term-invalid', { field: 'from' });
  if (!isTerm(term) || (term.until !== null && !isDay(term.until))) return refuse('term-invalid', { field: 'until' });
  const during = (await seatsOf(act, input.residentId)).filter((seat) => overlap(seat, term));
  if (during.some((seat) => seat.bodyId === input.bodyId)) return refuse('already-in-body');
  if (during.some((seat) => seat.kind === excluded[body.kind])) return refuse('supervisor-conflict');
  const { bodyId, residentId, position } = input;
  const seat = {
    communityId,
    id: newId(),
    bodyId,
    residentId,
    position,
    ...term,
    households: input.households ?? 0,
    endReason: '',
  };
  await tx.insert(tx.t.bodyMembers).values(seat);
  const said = { bodyId, body: body.kind, residentId, position, ...term };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'member-appointed', subjectId: seat.id, body: said });
  await standingChanged(tx, communityId, residentId, now);
  return ok({ id: seat.id });
};
