import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatFen, parseYuan } from './money.ts';

const fen = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });

it.each([
  [2340000, '23,400.00'],
  [0, '0.00'],
  [5, '0.05'],
  [-900000, '-9,000.00'],
  [99999, '999.99'],
  [100000, '1,000.00'],
  [123456789012, '1,234,567,890.12'],
])('%i fen → %s', (value, text) => expect(formatFen(value)).toBe(text));

it('reads back what it writes', () => {
  fc.assert(fc.property(fen, (value) => parseYuan(formatFen(value)) === value));
});

it('groups like the locale of the region does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 11 }),
      (yuan) => formatFen(yuan * 100) === `${yuan.toLocaleString('en-US')}.00`,
    ),
  );
});

it.each([
  ['23400', 2340000],
  ['￥12', 1200],
  [' ¥1,234.5 ', 123450],
  ['−3.2', -320],
  ['-0', 0],
  ['1,23', null],
  ['12,3456', null],
  ['1.234', null],
  ['十元', null],
  ['', null],
  ['--1', null],
  ['1 000', null],
])('%s → %s', (text, expected) => expect(parseYuan(text)).toBe(expected));
