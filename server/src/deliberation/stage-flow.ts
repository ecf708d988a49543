import { advance, type Advance, type MatterFlowRefusal, type MatterStep } from '@bandeng/shared/deliberation/matter-flow.ts';
import type { RecordKind } from '@bandeng/shared/deliberation/record-kinds.ts';
import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import type { MatterStatus, StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord, type RecordStep } from './append-record.ts';
import { headChanged } from './matter-events.ts';
import type { MatterRow } from './rows.ts';
import { voidStages } from './void-stages.ts';

export interface StepContext {
  /** Null for what the clock does. */
  readonly actor: RecordStep['actor'];
  /** Why, in the words of the one who decided; empty where a count or the clock decided. */
  readonly reason: string;
  readonly now: number;
  /** More for the record: the new text, the numbers of a count. */
  readonly body?: object;
  /** Other columns that change together with the step. */
  readonly columns?: Partial<MatterRow>;
}

const kindOf = (step: MatterStep, { matter }: Advance): RecordKind | null => {
  switch (step.type) {
    case 'submit':
      return 'matter-submitted';
    case 'amend':
      return 'matter-amended';
    case 'revise':
      return 'matter-revised';
    case 'end':
      return 'matter-ended';
    case 'withdraw':
      return 'matter-withdrawn';
    case 'count-session':
      return step.result === 'no-quorum' ? null : step.result === 'passed' ? 'stage-reached' : 'matter-returned';
    case 'uphold-objection':
      return 'stage-reached';
    case 'end-disclosure':
      return matter.status === 'closed' ? 'matter-closed' : 'stage-reached';
  }
};

const finished: readonly MatterStatus[] = ['closed', 'ended', 'withdrawn'];
const stopped: readonly MatterStatus[] = ['returned', 'ended', 'withdrawn'];

/**
 * Moves a matter by one decided step, under its lock: voids what no longer counts, records it, and returns the events to
 * publish. `matter` must have been read under the lock.
 */
export const stepMatter = async (
  tx: Tx,
  matter: MatterRow,
  step: MatterStep,
  { actor, reason, now, body = {}, columns = {} }: StepContext,
): Promise<Result<MatterEvent[], MatterFlowRefusal>> => {
  const { communityId, id: matterId, version } = matter;
  const before = { status: matter.status as MatterStatus, stageId: matter.stageId as StageId | null, version };
  const decision = advance(before, step);
  if (!decision.ok) return decision;
  const after = decision.value.matter;
  const events = await voidStages(tx, matter, decision.value.voids, { actor, reason, now });
  await tx
    .update(tx.t.matters)
    .set({
      ...columns,
      status: after.status,
      stageId: after.stageId,
      version: after.version,
      reason: stopped.includes(after.status) ? reason : '',
      dueAt: step.type === 'amend' && !step.material ? matter.dueAt : (columns.dueAt ?? null),
      endedAt: finished.includes(after.status) ? now : null,
      touchedAt: now,
    })
    .where(and(eq(tx.t.matters.communityId, communityId), eq(tx.t.matters.id, matterId)));
  const kind = kindOf(step, decision.value);
  if (kind !== null) {
    const moved = { stageId: after.stageId, version: after.version, reason };
    await appendRecord(tx, { communityId, matterId, kind, actor, body: { ...body, ...moved }, at: now });
  }
  return ok([...events, await headChanged(tx, communityId, matterId)]);
};
