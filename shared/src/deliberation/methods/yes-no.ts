import { choices, type Choice } from '../vocabulary.ts';
import { tallyBy, type Method } from './method.ts';

/** Heads; cast = yes + no + abstain. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly cast: number;
}

export const emptyTally: Tally = { yes: 0, no: 0, abstain: 0, cast: 0 };

export const combine = (a: Tally, b: Tally): Tally => ({
  yes: a.yes + b.yes,
  no: a.no + b.no,
  abstain: a.abstain + b.abstain,
  cast: a.cast + b.cast,
});

/** 同意 / 反对 / 弃权, one voice per voter. */
export const yesNo: Method<Choice, Tally> = {
  id: 'yes-no',
  choices,
  emptyTally,
  add: (tally, choice) => ({ ...tally, [choice]: tally[choice] + 1, cast: tally.cast + 1 }),
  combine,
};

export const tally = (ballots: Iterable<Choice>): Tally => tallyBy(yesNo, ballots);

export const isChoice = (value: string): value is Choice => (choices as readonly string[]).includes(value);
