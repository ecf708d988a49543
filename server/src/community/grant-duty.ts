import { fitsDuty, needsArea } from '@bandeng/shared/community/duty-areas.ts';
import { isTerm, overlap, type Term } from '@bandeng/shared/community/term.ts';
import type { DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { isDay } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { loadAreas } from './areas.ts';
import { residentExists } from './residents.ts';
import { standingChanged } from './standing-changed.ts';
import { writeLog } from './write-log.ts';

export interface DutyInput {
  readonly kind: DutyKind;
  readonly residentId: string;
  readonly areaId?: string;
  readonly from: string;
  readonly until?: string;
}

/**
 * Gives somebody a duty for a term. Refuses not-found, bad-request (a duty that needs an area has none),
 * duty-area-unfit, term-invalid, already-in-body (the same duty for the same area in an overlapping term).
 */
export const grantDuty = async ({ tx, actor, now, newId }: Act, input: DutyInput): Promise<Result<{ id: string }>> => {
  const { communityId, residentId: byId } = actor;
  const { kind, residentId } = input;
  if (!(await residentExists(tx, communityId, residentId))) return refuse('not-found', { field: 'residentId' });
  if (needsArea(kind) && input.areaId === undefined) return refuse('bad-request', { field: 'areaId' });
  const areaId = needsArea(kind) ? (input.areaId ?? null) : null;
  if (needsArea(kind) && areaId !== null) {
    const area = (await loadAreas(tx, communityId)).find(({ id }) => id === areaId);
    if (area === undefined) return refuse('not-found', { field: 'areaId' });
    if (!fitsDuty(kind, area.kind)) return refuse('duty-area-unfit', { field: 'areaId' });
  }
  const term: Term = { from: input.from, until: input.until ?? null };
  if (!isDay(term.from)) return refuse('term-invalid', { field: 'from' });
  if (!isTerm(term) || (term.until !== null && !isDay(term.until))) return refuse('term-invalid', { field: 'until' });
  const { duties: d } = tx.t;
  const held = await tx
    .select({ areaId: d.areaId, from: d.from, until: d.until })
    .from(d)
    .where(and(eq(d.communityId, communityId), eq(d.residentId, residentId), eq(d.kind, kind)));
  if (held.some((duty) => duty.areaId === areaId && overlap(duty, term))) return refuse('already-in-body');
  const duty = { communityId, id: newId(), kind, residentId, areaId, ...term, endReason: '' };
  await tx.insert(d).values(duty);
  const body = { kind, residentId, areaId, ...term };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'duty-granted', subjectId: duty.id, body });
  await standingChanged(tx, communityId, residentId, now);
  return ok({ id: duty.id });
};
