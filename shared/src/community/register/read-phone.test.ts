import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhone } from './read-phone.ts';

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
const fullWidth = (text: string) => text.replace(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('readPhone', () => {
  it('reads a decorated mobile number as its eleven digits', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom('-', ' ', '—', ''),
        fc.constantFrom('', '+86', '+86 ', '0086', '86-'),
        fc.boolean(),
        (digits, between, before, wide) => {
          const parts = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(between);
          expect(readPhone(before + (wide ? fullWidth(parts) : parts))).toEqual({ phone: digits });
        },
      ),
    );
  });

  it('reads a number cell', () => {
    expect(readPhone(19979279598)).toEqual({ phone: '19979279598' });
  });

  it('reads a landline with its area code, and the first of several', () => {
    expect(readPhone('028-8512 3456')).toEqual({ phone: '02885123456' });
    expect(readPhone('(0731)88123456')).toEqual({ phone: '073188123456' });
    expect(readPhone('19979279598/19979279599')).toEqual({ phone: '19979279598' });
  });

  it('takes an empty cell for no phone', () => {
    for (const empty of [null, '', ' ', '无', '/']) expect(readPhone(empty)).toEqual({ phone: null });
  });

  it('refuses what is no phone', () => {
    for (const wrong of ['1990000', '12345678901', '1997927959', '199792795980', '88123456', '1.99793E+10', '张三']) {
      expect(readPhone(wrong)).toBe('phone-invalid');
    }
  });
});
