import { ok, refuse, type Result } from '../kernel/refusal.ts';
import {
  stageIds,
  type DisclosureStageId,
  type MatterStatus,
  type MeetingStageId,
  type StageId,
} from './vocabulary.ts';

/** `stageId` is null in a draft; after the matter stopped it names the stage at which it did. */
export interface MatterState {
  readonly status: MatterStatus;
  readonly stageId: StageId | null;
  /** 1 from the draft on, one more with every revised or materially amended text. */
  readonly version: number;
}

export type MatterStep =
  | { readonly type: 'submit' }
  | {
      readonly type: 'count-session';
      readonly stageId: MeetingStageId;
      readonly result: 'passed' | 'rejected' | 'no-quorum';
    }
  | { readonly type: 'amend'; readonly material: boolean; readonly sessionOpen: boolean }
  | { readonly type: 'revise' }
  | { readonly type: 'end' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'uphold-objection'; readonly stageId: DisclosureStageId; readonly backTo: 'consult' | 'resolve' }
  | { readonly type: 'end-disclosure'; readonly stageId: DisclosureStageId };

export interface Advance {
  readonly matter: MatterState;
  /** Stages whose convened, open or passed sessions and whose disclosures no longer count. */
  readonly voids: readonly StageId[];
  /** The same stage needs a new session, because too few came. */
  readonly reconvene: boolean;
}

export type MatterFlowRefusal =
  'matter-not-draft' | 'matter-not-running' | 'matter-not-returned' | 'wrong-stage' | 'session-pending';

type Decision = Result<Advance, MatterFlowRefusal>;

const to = (matter: MatterState, voids: readonly StageId[] = [], reconvene = false): Decision =>
  ok({ matter, voids, reconvene });

const after = (stageId: StageId): StageId | null => stageIds[stageIds.indexOf(stageId) + 1] ?? null;

const runsAt = (matter: MatterState, stageId: StageId): boolean =>
  matter.status === 'running' && matter.stageId === stageId;

/**
 * The one way a matter moves. Stages pass in order and none is skipped; what was decided on another text, or before
 * an upheld objection, is void.
 */
export const advance = (matter: MatterState, step: MatterStep): Decision => {
  switch (step.type) {
    case 'submit':
      if (matter.status !== 'draft') return refuse('matter-not-draft');
      return to({ ...matter, status: 'running', stageId: 'propose' });
    case 'count-session':
      return countSession(matter, step.stageId, step.result);
    case 'amend':
      return amend(matter, step.material, step.sessionOpen);
    case 'revise':
      if (matter.status !== 'returned') return refuse('matter-not-returned');
      return restart(matter);
    case 'end':
      if (matter.status !== 'returned') return refuse('matter-not-returned');
      return to({ ...matter, status: 'ended' });
    case 'withdraw':
      return withdraw(matter);
    case 'uphold-objection':
      return upholdObjection(matter, step.stageId, step.backTo);
    case 'end-disclosure':
      return endDisclosure(matter, step.stageId);
  }
};

const countSession = (
  matter: MatterState,
  stageId: MeetingStageId,
  result: 'passed' | 'rejected' | 'no-quorum',
): Decision => {
  if (matter.status !== 'running') return refuse('matter-not-running');
  // Of two joint sessions the first stage is counted first; the second waits until its turn has come.
  if (matter.stageId !== stageId) return refuse('wrong-stage');
  const jointSecond: readonly StageId[] = stageId === 'propose' ? ['consult'] : [];
  switch (result) {
    case 'passed':
      return to({ ...matter, stageId: after(stageId) });
    case 'rejected':
      return to({ ...matter, status: 'returned' }, jointSecond);
    case 'no-quorum':
      return to(matter, jointSecond, true);
  }
};

/** Back to stage 1 with the next version: everything decided on the old text is void. */
const restart = (matter: MatterState): Decision => {
  const reached = matter.stageId === null ? 0 : stageIds.indexOf(matter.stageId) + 1;
  // A joint session of stage 2 may be convened while stage 1 still runs.
  return to(
    { status: 'running', stageId: 'propose', version: matter.version + 1 },
    stageIds.slice(0, Math.max(reached, 2)),
  );
};

const amend = (matter: MatterState, material: boolean, sessionOpen: boolean): Decision => {
  if (matter.status !== 'running') return refuse('matter-not-running');
  if (matter.stageId === 'publish-outcome') return refuse('wrong-stage');
  // The text that people are voting on right now must not change under their hands.
  if (sessionOpen) return refuse('session-pending');
  return material ? restart(matter) : to(matter);
};

/** Possible until the disclosure of the resolution has passed; then the resolution binds. */
const withdraw = (matter: MatterState): Decision => {
  if (matter.status === 'draft' || matter.status === 'returned') return to({ ...matter, status: 'withdrawn' });
  if (matter.status !== 'running') return refuse('matter-not-running');
  if (matter.stageId === 'publish-outcome') return refuse('wrong-stage');
  const open: readonly StageId[] =
    matter.stageId === 'propose' ? ['propose', 'consult'] : matter.stageId === null ? [] : [matter.stageId];
  return to({ ...matter, status: 'withdrawn' }, open);
};

const upholdObjection = (matter: MatterState, stageId: DisclosureStageId, backTo: 'consult' | 'resolve'): Decision => {
  if (matter.status !== 'running') return refuse('matter-not-running');
  // Only the resolution can be taken back; an objection to the outcome is answered in public and goes no further.
  if (stageId !== 'publish-resolution' || !runsAt(matter, stageId)) return refuse('wrong-stage');
  const voids = stageIds.slice(stageIds.indexOf(backTo), stageIds.indexOf(stageId) + 1);
  return to({ ...matter, stageId: backTo }, voids);
};

const endDisclosure = (matter: MatterState, stageId: DisclosureStageId): Decision => {
  if (matter.status !== 'running') return refuse('matter-not-running');
  if (!runsAt(matter, stageId)) return refuse('wrong-stage');
  const next = after(stageId);
  return to(next === null ? { ...matter, status: 'closed' } : { ...matter, stageId: next });
};
