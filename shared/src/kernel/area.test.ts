import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatArea, parseArea } from './area.ts';

it('reads back what it writes, with any zeros behind', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 9), fc.nat(6), (area, zeros) => parseArea(formatArea(area) + '0'.repeat(zeros)) === area),
  );
});

it('a sum of parsed areas is exact where a sum of decimals is not', () => {
  const parts = ['0.10', '0.20', '89.15'];
  expect(parts.reduce((sum, part) => sum + (parseArea(part) ?? NaN), 0)).toBe(8945);
});

it.each([
  [' 89.50 ', 8950],
  ['89.5', 8950],
  ['120', 12000],
  ['89.501', null],
  ['89.5000', 8950],
  ['-89.5', null],
  ['约90', null],
  ['', null],
])('%s → %s', (text, expected) => expect(parseArea(text)).toBe(expected));
