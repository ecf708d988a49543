import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  atLeastHalf,
  atLeastThreeQuarters,
  atLeastTwoThirds,
  everyone,
  isAtLeastAsDemanding,
  isThreshold,
  meets,
  moreThanHalf,
  needed,
} from './fraction.ts';
import type { Threshold } from './fraction.ts';

const thresholds = fc
  .record({
    numerator: fc.integer({ min: 1, max: 12 }),
    denominator: fc.integer({ min: 1, max: 12 }),
    strict: fc.boolean(),
  })
  .filter((t) => t.numerator <= t.denominator);

/** Independent definition: give every member of the base `numerator` marks and hand `denominator` to each of the part. */
const meetsByCounting = (part: number, base: number, t: Threshold): boolean => {
  if (base === 0) return false;
  let balance = 0;
  for (let i = 0; i < part; i++) balance += t.denominator;
  for (let i = 0; i < base; i++) balance -= t.numerator;
  return t.strict ? balance > 0 : balance >= 0;
};

describe('meets', () => {
  it.each([
    [5, 10, moreThanHalf, false],
    [6, 10, moreThanHalf, true],
    [5, 9, moreThanHalf, true],
    [4, 9, moreThanHalf, false],
    [5, 10, atLeastHalf, true],
    [4, 10, atLeastHalf, false],
    [5, 11, atLeastHalf, false],
    [40, 60, atLeastTwoThirds, true],
    [39, 60, atLeastTwoThirds, false],
    [41, 61, atLeastTwoThirds, true],
    [40, 61, atLeastTwoThirds, false],
    [3, 4, atLeastThreeQuarters, true],
    [2, 4, atLeastThreeQuarters, false],
    [7, 7, everyone, true],
    [6, 7, everyone, false],
  ])('%i of %i against %o → %s', (part, base, threshold, expected) =>
    expect(meets(part, base, threshold)).toBe(expected),
  );

  it('when the base is empty → never meets', () => {
    fc.assert(fc.property(fc.nat(9), thresholds, (part, t) => !meets(part, 0, t)));
  });
  it('agrees with counting marks', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        thresholds,
        (part, base, t) => meets(part, base, t) === meetsByCounting(part, base, t),
      ),
      { numRuns: 2000 },
    );
  });
  it('stays exact where a product leaves the safe integers', () => {
    const base = Number.MAX_SAFE_INTEGER; // odd: its half is no integer
    expect(meets((base - 1) / 2, base, atLeastHalf)).toBe(false);
    expect(meets((base + 1) / 2, base, atLeastHalf)).toBe(true);
    expect(meets((base / 3) * 2, base - (base % 3), atLeastTwoThirds)).toBe(meets(2, 3, atLeastTwoThirds));
    expect(needed(base, atLeastHalf)).toBe((base + 1) / 2);
    expect(needed(base, atLeastTwoThirds)).toBe(Number((BigInt(base) * 2n + 2n) / 3n));
    expect(needed(base - 1, { numerator: 2, denominator: 4, strict: true })).toBe((base - 1) / 2 + 1);
  });
});

describe('needed', () => {
  it.each([
    [60, atLeastTwoThirds, 40],
    [61, atLeastTwoThirds, 41],
    [86, moreThanHalf, 44],
    [7, moreThanHalf, 4],
    [7, atLeastHalf, 4],
    [8, atLeastHalf, 4],
    [1, moreThanHalf, 1],
    [0, atLeastHalf, 1],
  ])('of %i with %o → %i', (base, threshold, expected) => expect(needed(base, threshold)).toBe(expected));

  it('is the least part that meets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), thresholds, (base, t) => {
        let least = 0;
        while (!meetsByCounting(least, base, t)) least++;
        expect(needed(base, t)).toBe(least);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isAtLeastAsDemanding', () => {
  it('when every base of one needs at least what the other needs → true, and only then', () => {
    fc.assert(
      fc.property(thresholds, thresholds, (a, b) => {
        let always = true;
        for (let base = 1; base <= 150; base++)
          for (let part = 0; part <= base + 1; part++)
            if (meetsByCounting(part, base, a) && !meetsByCounting(part, base, b)) always = false;
        expect(isAtLeastAsDemanding(a, b)).toBe(always);
      }),
      { numRuns: 60 },
    );
  });
});

describe('isThreshold', () => {
  it('refuses what nobody can reach and what is no fraction', () => {
    expect([moreThanHalf, everyone].every(isThreshold)).toBe(true);
    for (const [numerator, denominator, strict] of [
      [1, 1, true],
      [3, 2, false],
      [0, 2, false],
      [1, 0, false],
      [0.5, 1, false],
      [-1, -2, false],
    ] as const)
      expect(isThreshold({ numerator, denominator, strict })).toBe(false);
  });
});
