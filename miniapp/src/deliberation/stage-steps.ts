import type { DisclosureView, MatterView, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { stageIds, type StageId } from '@bandeng/shared/deliberation/vocabulary.ts';

export type StepState = 'done' | 'now' | 'next' | 'failed';

export interface StageStep {
  readonly stageId: StageId;
  readonly state: StepState;
  /** The latest meeting of this stage that still counts, of the running version. */
  readonly session: SessionView | null;
  readonly disclosure: DisclosureView | null;
}

const stateOf = ({ status, stageId: reached }: MatterView['head'], stageId: StageId): StepState => {
  if (status === 'closed') return 'done';
  const at = reached === null ? -1 : stageIds.indexOf(reached);
  const here = stageIds.indexOf(stageId);
  if (here !== at) return here < at ? 'done' : 'next';
  return status === 'running' ? 'now' : 'failed';
};

const counts = ({ status }: SessionView): boolean => status !== 'void' && status !== 'cancelled';

/** The six stages with what happened in each: the data of the ladder. */
export const listSteps = ({ head, sessions, disclosures }: MatterView): readonly StageStep[] =>
  stageIds.map((stageId) => {
    const held = sessions
      .filter((one) => one.stageId === stageId && one.version === head.version && counts(one))
      .sort((a, b) => b.round - a.round);
    const published = disclosures
      .filter((one) => one.stageId === stageId && one.version === head.version && one.status !== 'void')
      .sort((a, b) => b.publishedAt - a.publishedAt);
    return {
      stageId,
      state: stateOf(head, stageId),
      session: held[0] ?? null,
      disclosure: published.find(({ status }) => status !== 'upheld') ?? published[0] ?? null,
    };
  });
