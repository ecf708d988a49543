import { addDays, dayAt, startOfDay } from '../kernel/legal-days.ts';
import { ok, refuse, type Result } from '../kernel/refusal.ts';
import type { MatterState } from './matter-flow.ts';
import { isMeetingStage, type MeetingStageId, type SessionStatus } from './vocabulary.ts';

/**
 * The first instant at which a meeting may start. "N days before" leaves N whole days between the day of the
 * announcement and the day of the meeting, neither of them counted [民法典 201].
 */
export const earliestStart = (announcedAt: number, noticeDays: number): number =>
  noticeDays === 0 ? announcedAt : startOfDay(addDays(dayAt(announcedAt), noticeDays + 1));

export interface ConveneFacts {
  readonly matter: MatterState;
  /** All sessions of this matter and version. */
  readonly sessions: readonly { readonly stageId: MeetingStageId; readonly status: SessionStatus }[];
  /** Stages 1 and 2 as one meeting with two votes and two records. */
  readonly joint: boolean;
  /** The community's setting: one person is branch secretary and director of the residents' committee (一肩挑). */
  readonly oneHead: boolean;
  readonly startsAt: number;
  readonly closesAt: number;
  readonly now: number;
  /** Whole days of notice that the frozen rules ask for at this stage. */
  readonly noticeDays: number;
}

export type ConveneRefusal =
  'matter-not-running' | 'wrong-stage' | 'session-pending' | 'joint-not-allowed' | 'times-invalid' | 'notice-too-short';

/** Which stages get a session: the current one, or the first two when they are held as one meeting. */
export const decideConvene = (facts: ConveneFacts): Result<readonly MeetingStageId[], ConveneRefusal> => {
  const { matter, startsAt, closesAt, now } = facts;
  if (matter.status !== 'running') return refuse('matter-not-running');
  const { stageId } = matter;
  if (stageId === null || !isMeetingStage(stageId)) return refuse('wrong-stage');
  if (facts.joint && !(facts.oneHead && stageId === 'propose')) return refuse('joint-not-allowed', { field: 'joint' });
  const stages: readonly MeetingStageId[] = facts.joint ? ['propose', 'consult'] : [stageId];
  if (facts.sessions.some((one) => stages.includes(one.stageId) && isPending(one.status)))
    return refuse('session-pending');
  if (closesAt <= startsAt || closesAt <= now) return refuse('times-invalid', { field: 'closesAt' });
  if (facts.noticeDays > 0 && startsAt < earliestStart(now, facts.noticeDays))
    return refuse('notice-too-short', { field: 'startsAt', details: { days: facts.noticeDays } });
  return ok(stages);
};

const isPending = (status: SessionStatus): boolean => status === 'convened' || status === 'open';
