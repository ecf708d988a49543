import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArea } from './read-area.ts';

const fullWidth = (text: string) => text.replace(/[0-9.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const grouped = (whole: string) => whole.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Any area of the register, written plainly. */
const plain = fc.integer({ min: 1, max: 9_999_999 }).map((centiM2) => {
  const whole = String(Math.trunc(centiM2 / 100));
  return { centiM2, whole, fraction: String(centiM2 % 100).padStart(2, '0') };
});

describe('readArea', () => {
  it('reads a decorated area as the same hundredths', () => {
    fc.assert(
      fc.property(
        plain,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('', '㎡', 'm²', 'm2', '平方米', '平米', ' ㎡'),
        fc.constantFrom('', ' ', '　', '\u00a0', '\u200b'),
        ({ centiM2, whole, fraction }, wide, group, unit, around) => {
          const number = `${group ? grouped(whole) : whole}.${fraction}`;
          const text = `${around}${wide ? fullWidth(number) : number}${unit}${around}`;
          expect(readArea(text)).toEqual({ centiM2 });
        },
      ),
    );
  });

  it('reads a number cell exactly, whatever binary fraction stands behind it', () => {
    fc.assert(
      fc.property(plain, ({ centiM2, whole, fraction }) => {
        expect(readArea(Number(`${whole}.${fraction}`))).toEqual({ centiM2 });
      }),
    );
    expect(readArea(108.72000000000001)).toEqual({ centiM2: 10872 });
    expect(readArea(0.1 + 0.2)).toEqual({ centiM2: 30 });
  });

  it('tells missing from wrong', () => {
    for (const empty of [null, undefined, '', '  ', '-', '/', '无']) expect(readArea(empty)).toBe('area-missing');
    for (const wrong of [
      '约九十',
      -88.5,
      0,
      '0.00',
      '89,5',
      '1,23.45',
      '12.345',
      '19979279598',
      '90-100',
      'abc',
      Number.NaN,
    ]) {
      expect(readArea(wrong)).toBe(Number.isNaN(wrong) ? 'area-missing' : 'area-invalid');
    }
  });

  it('refuses to round a third decimal and ignores one that says nothing', () => {
    expect(readArea('89.505')).toBe('area-invalid');
    expect(readArea('89.5000')).toEqual({ centiM2: 8950 });
  });

  it('keeps to its bounds', () => {
    expect(readArea('0.01')).toEqual({ centiM2: 1 });
    expect(readArea('99999.99')).toEqual({ centiM2: 9_999_999 });
    expect(readArea('100000')).toBe('area-invalid');
  });
});
