import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeRules } from './freeze-rules.ts';
import { tally } from './methods/yes-no.ts';
import { decideOutcome } from './outcome.ts';
import { meetingStageIds, type Choice, type MeetingStageId } from './vocabulary.ts';
import { fourTwo } from './workflows/four-two.ts';

const frozen = freezeRules(fourTwo, 'representatives');
if (!frozen.ok) throw new Error('the defaults must freeze');
const { meetings } = frozen.value;
const votes = (yes: number, no = 0, abstain = 0) =>
  tally([
    ...Array<Choice>(yes).fill('yes'),
    ...Array<Choice>(no).fill('no'),
    ...Array<Choice>(abstain).fill('abstain'),
  ]);
const decide = (stage: MeetingStageId, due: number, present: number, ballots = votes(0), excused = 0) =>
  decideOutcome({ due, excused, present, tally: ballots, rules: meetings[stage] });

/** Independent definition, in doubled and tripled heads: the statute sentence of each stage by its own words. */
const bySentence: Record<MeetingStageId, (due: number, present: number, yes: number) => string> = {
  propose: (due, present, yes) =>
    due === 0 || present * 2 <= due ? 'no-quorum' : yes * 2 > present ? 'passed' : 'rejected',
  consult: (due, present, yes) =>
    due === 0 || present * 2 <= due ? 'no-quorum' : yes * 2 > present ? 'passed' : 'rejected',
  review: (due, present, yes) => (due === 0 || present * 2 < due ? 'no-quorum' : yes * 2 > due ? 'passed' : 'rejected'),
  resolve: (due, present, yes) =>
    due === 0 || present * 3 < due * 2 ? 'no-quorum' : yes * 2 > present ? 'passed' : 'rejected',
};

describe('decideOutcome', () => {
  it.each([
    ['review', 86, 71, votes(66, 5), 'passed'],
    ['review', 86, 43, votes(43), 'rejected'], // exactly half of those due is present: a quorum, and not more than half in favour
    ['review', 86, 42, votes(42), 'no-quorum'],
    ['review', 86, 44, votes(44), 'passed'],
    ['review', 86, 86, votes(43, 43), 'rejected'],
    ['resolve', 60, 40, votes(21, 19), 'passed'],
    ['resolve', 60, 40, votes(20, 20), 'rejected'], // exactly half of those present
    ['resolve', 60, 39, votes(39), 'no-quorum'],
    ['resolve', 60, 60, votes(0, 0, 60), 'rejected'], // all abstain
    ['propose', 7, 4, votes(3), 'passed'],
    ['propose', 8, 4, votes(4), 'no-quorum'], // exactly half present is not more than half
    ['consult', 11, 10, votes(9, 1), 'passed'],
    ['resolve', 0, 0, votes(0), 'no-quorum'], // empty roll, or all excused
    ['propose', 1, 1, votes(1), 'passed'],
  ] as const)('%s: %i due, %i present, %o → %s', (stage, due, present, ballots, result) =>
    expect(decide(stage, due, present, ballots).result).toBe(result),
  );

  it('says every number', () => {
    expect(decide('resolve', 60, 44, votes(30, 10, 3), 2)).toEqual({
      result: 'passed',
      due: 60,
      excused: 2,
      present: 44,
      cast: 43,
      yes: 30,
      no: 10,
      abstain: 3,
      quorumNeeded: 40,
      quorumMet: true,
      passNeeded: 23,
      passMet: true,
    });
  });

  const counts = fc
    .tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60))
    .map(([yes, no, abstain, silent, absent]) => ({
      yes,
      no,
      abstain,
      present: yes + no + abstain + silent,
      due: yes + no + abstain + silent + absent,
    }));

  it('agrees with the sentences of the statutes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...meetingStageIds),
        counts,
        (stage, { due, present, yes, no, abstain }) =>
          decide(stage, due, present, votes(yes, no, abstain)).result === bySentence[stage](due, present, yes),
      ),
      { numRuns: 2000 },
    );
  });
  it('one yes more in place of a no or an abstention never undoes a pass', () => {
    fc.assert(
      fc.property(fc.constantFrom(...meetingStageIds), counts, (stage, { due, present, yes, no, abstain }) => {
        fc.pre(no > 0 && decide(stage, due, present, votes(yes, no, abstain)).result === 'passed');
        expect(decide(stage, due, present, votes(yes + 1, no - 1, abstain)).result).toBe('passed');
      }),
    );
  });
  it('what is needed is what decides', () => {
    fc.assert(
      fc.property(fc.constantFrom(...meetingStageIds), counts, (stage, { due, present, yes, no, abstain }) => {
        const outcome = decide(stage, due, present, votes(yes, no, abstain));
        fc.pre(due > 0 && present > 0);
        expect(outcome.quorumMet).toBe(present >= outcome.quorumNeeded);
        expect(outcome.passMet).toBe(yes >= outcome.passNeeded);
      }),
    );
  });
  it.each([
    [5, 6, votes(0)],
    [5, 3, votes(4)],
    [5, 3, { yes: 2, no: 0, abstain: 0, cast: 1 }],
    [5, 3, { yes: -1, no: 1, abstain: 0, cast: 0 }],
  ] as const)('when %i are due, %i present, and the count is %o → throws', (due, present, ballots) =>
    expect(() => decide('resolve', due, present, ballots)).toThrow(/impossible/),
  );
});
