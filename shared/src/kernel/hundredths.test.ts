import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatHundredths, parseHundredths } from './hundredths.ts';

it('reads back what it writes, over all safe amounts', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => parseHundredths(formatHundredths(value)) === (value < 1e16 ? value : null)),
  );
});

it('agrees with exact big-integer reading of any digits', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.nat(9),
      fc.nat(9),
      fc.nat(3),
      (whole, tenth, cent, zeros) => {
        expect(BigInt(parseHundredths(`${whole}.${tenth}${cent}${'0'.repeat(zeros)}`) ?? -1)).toBe(
          whole * 100n + BigInt(tenth * 10 + cent),
        );
      },
    ),
  );
});

it('when a third decimal is not zero → null, however many zeros stand between', () => {
  fc.assert(
    fc.property(
      fc.nat(9999),
      fc.nat(99),
      fc.nat(5),
      fc.integer({ min: 1, max: 9 }),
      (whole, cents, zeros, digit) =>
        parseHundredths(`${whole}.${String(cents).padStart(2, '0')}${'0'.repeat(zeros)}${digit}`) === null,
    ),
  );
});

it.each([
  ['89.5', 8950],
  ['89.50', 8950],
  ['89.500', 8950],
  ['0', 0],
  ['007', 700],
  ['89.', null],
  ['.5', null],
  ['', null],
  ['1e3', null],
  ['-1', null],
  ['1,000', null],
  ['12.345', null],
  ['99999999999999999', null],
  ['１２', null],
  [' 1', null],
])('%s → %s', (text, expected) => expect(parseHundredths(text)).toBe(expected));

it('when asked to write a fraction of a hundredth → throws', () => {
  expect(() => formatHundredths(1.5)).toThrow();
  expect(formatHundredths(-5)).toBe('-0.05');
});
