import { decideOutcome } from '@bandeng/shared/deliberation/outcome.ts';
import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import type { MatterStatus, MeetingStageId, StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { advance, type MatterFlowRefusal } from '@bandeng/shared/deliberation/matter-flow.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { clearTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord, type RecordStep } from './append-record.ts';
import { findSession } from './load-matter.ts';
import { sessionsChanged } from './matter-events.ts';
import type { MatterRow, SessionRow } from './rows.ts';
import { stepMatter } from './stage-flow.ts';
import { callNobodyMore } from './tell-outside.ts';
import { countSessionRows, shakeBox } from './tally-session.ts';

export interface Closing {
  readonly actor: RecordStep['actor'];
  readonly closedBy: 'deadline' | 'hand';
  readonly now: number;
}

/**
 * Closes an open session: counts the rows, decides by the frozen rules, records every number and moves the matter.
 * Matter and session must have been read under the matter's lock.
 */
export const countSession = async (
  tx: Tx,
  matter: MatterRow,
  session: SessionRow,
  { actor, closedBy, now }: Closing,
): Promise<Result<MatterEvent[], MatterFlowRefusal>> => {
  const { communityId, id: sessionId, round } = session;
  const stageId = session.stageId as MeetingStageId;
  const count = await countSessionRows(tx, session);
  const outcome = decideOutcome({ ...count, rules: session.rules });
  const step = { type: 'count-session', stageId, result: outcome.result } as const;
  const state = { status: matter.status as MatterStatus, stageId: matter.stageId as StageId | null, version: matter.version };
  const turn = advance(state, step);
  if (!turn.ok) return turn;
  if (session.secret) await shakeBox(tx, session);
  const { sessions } = tx.t;
  await tx
    .update(sessions)
    .set({ status: outcome.result, outcome, closedAt: now, closedBy })
    .where(and(eq(sessions.communityId, communityId), eq(sessions.id, sessionId)));
  await callNobodyMore(tx, communityId, sessionId, now);
  await clearTimer(tx, { communityId, kind: 'close-session', subjectId: sessionId });
  const { quorum, pass } = session.rules;
  const body = { sessionId, stageId, round, closedBy, outcome, quorum, pass, ballotsHash: count.ballotsHash };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'session-closed', actor, body, at: now });
  const closed = await sessionsChanged(tx, communityId, [sessionId]);
  // The other one of two joint votes goes on: people still have until its end.
  const partner = session.jointWith === null ? undefined : await findSession(tx, communityId, session.jointWith);
  const dueAt = outcome.result === 'passed' && partner?.status === 'open' ? partner.closesAt : null;
  const stepped = await stepMatter(tx, matter, step, { actor, reason: '', now, body: { sessionId }, columns: { dueAt } });
  return stepped.ok ? ok([...closed, ...stepped.value]) : stepped;
};
