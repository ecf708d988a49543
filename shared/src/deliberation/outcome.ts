import { meets, needed } from '../kernel/fraction.ts';
import type { Requirement } from './freeze-rules.ts';
import type { Tally } from './methods/yes-no.ts';

export interface CountedSession {
  /** On the roll and not excused. */
  readonly due: number;
  /** Excused for an interest: neither due nor present. */
  readonly excused: number;
  /** Checked in, signed in, or voted, and not excused. */
  readonly present: number;
  readonly tally: Tally;
  readonly rules: { readonly quorum: Requirement; readonly pass: Requirement };
}

/** Every number of an outcome; the requirements beside it carry base, share and legal source. */
export interface Outcome {
  readonly result: 'passed' | 'rejected' | 'no-quorum';
  readonly due: number;
  readonly excused: number;
  readonly present: number;
  readonly cast: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly quorumNeeded: number;
  readonly quorumMet: boolean;
  readonly passNeeded: number;
  readonly passMet: boolean;
}

/**
 * Counts a session. Quorum first: without it the votes decide nothing. Then yes against its base, so that abstentions
 * and silence weigh like a no. An empty roll has no quorum. Throws when cast ≤ present ≤ due is broken: such a count
 * must never be published.
 */
export const decideOutcome = ({ due, excused, present, tally, rules }: CountedSession): Outcome => {
  const { yes, no, abstain, cast } = tally;
  if (yes + no + abstain !== cast || cast > present || present > due || Math.min(yes, no, abstain, excused) < 0)
    throw new Error(
      `impossible count: due ${due}, present ${present}, cast ${cast}, yes ${yes}, no ${no}, abstain ${abstain}`,
    );
  const sizes = { due, present };
  const quorumBase = sizes[rules.quorum.base];
  const passBase = sizes[rules.pass.base];
  const quorumMet = meets(present, quorumBase, rules.quorum);
  const passMet = meets(yes, passBase, rules.pass);
  return {
    result: !quorumMet ? 'no-quorum' : passMet ? 'passed' : 'rejected',
    due,
    excused,
    present,
    cast,
    yes,
    no,
    abstain,
    quorumNeeded: needed(quorumBase, rules.quorum),
    quorumMet,
    passNeeded: needed(passBase, rules.pass),
    passMet,
  };
};
