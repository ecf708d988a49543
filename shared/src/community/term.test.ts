import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../kernel/legal-days.ts';
import { isInForce, isPast, isTerm, mayEndOn, overlap, type Term } from './term.ts';

const start = '2026-01-01';
const day = (n: number) => addDays(start, n);
const anyTerm: fc.Arbitrary<Term> = fc
  .tuple(fc.nat(30), fc.option(fc.integer({ min: -5, max: 30 })))
  .map(([from, days]) => ({ from: day(from), until: days === null ? null : day(from + days) }));
const span = Array.from({ length: 75 }, (_, n) => day(n - 10));

describe('a term of office', () => {
  it('holds on its first day and no longer on its last', () => {
    const term = { from: '2026-03-01', until: '2026-09-01' };
    expect(['2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01'].map((at) => isInForce(term, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isPast(term, '2026-08-31')).toBe(false);
    expect(isPast(term, '2026-09-01')).toBe(true);
  });

  it('may be taken back on the day it begins, ended earlier, and never lengthened by ending', () => {
    const term = { from: '2026-03-01', until: '2026-09-01' };
    expect(mayEndOn(term, '2026-02-28')).toBe(false);
    expect(mayEndOn(term, '2026-03-01')).toBe(true);
    expect(mayEndOn(term, '2026-08-31')).toBe(true);
    expect(mayEndOn(term, '2026-09-01')).toBe(false);
    expect(mayEndOn({ from: '2026-03-01', until: null }, '2030-01-01')).toBe(true);
  });

  it('overlaps another exactly when some day lies in both', () => {
    fc.assert(
      fc.property(anyTerm, anyTerm, (a, b) => {
        expect(overlap(a, b)).toBe(span.some((at) => isInForce(a, at) && isInForce(b, at)));
        expect(isTerm(a)).toBe(span.some((at) => isInForce(a, at)));
      }),
    );
  });
});
