import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choices } from '../vocabulary.ts';
import { methods } from './index.ts';
import { combine, emptyTally, isChoice, tally, yesNo } from './yes-no.ts';

const ballots = fc.array(fc.constantFrom(...choices));

describe('tally', () => {
  it('counts what filtering counts', () => {
    fc.assert(
      fc.property(ballots, (list) => {
        const count = (choice: string): number => list.filter((one) => one === choice).length;
        expect(tally(list)).toEqual({
          yes: count('yes'),
          no: count('no'),
          abstain: count('abstain'),
          cast: list.length,
        });
      }),
    );
  });
  it('of two boxes joined is the tallies combined, in any order', () => {
    fc.assert(
      fc.property(ballots, ballots, ballots, (a, b, c) => {
        expect(combine(tally(a), tally(b))).toEqual(tally([...b, ...a]));
        expect(combine(tally(a), combine(tally(b), tally(c)))).toEqual(combine(combine(tally(a), tally(b)), tally(c)));
        expect(combine(tally(a), emptyTally)).toEqual(tally(a));
      }),
    );
  });
  it('leaves the empty tally empty', () => {
    yesNo.add(emptyTally, 'yes');
    expect(emptyTally).toEqual({ yes: 0, no: 0, abstain: 0, cast: 0 });
  });
});

it('knows its choices and no others', () => {
  expect(choices.every(isChoice)).toBe(true);
  expect(['', 'Yes', 'cast', 'toString'].some(isChoice)).toBe(false);
  expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
});
