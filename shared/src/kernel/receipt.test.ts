import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatReceipt, normaliseReceipt } from './receipt.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

it('is the 80-bit number in base 32', () => {
  fc.assert(
    fc.property(bytes, (raw) => {
      let number = raw.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
      let code = '';
      for (let i = 0; i < 16; i++, number /= 32n) code = alphabet.charAt(Number(number % 32n)) + code;
      expect(formatReceipt(raw).replace(/-/g, '')).toBe(code);
      expect(formatReceipt(raw)).toMatch(/^(\w{4}-){3}\w{4}$/);
    }),
  );
});

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const sloppy = fc.record({
  lower: fc.boolean(),
  wide: fc.boolean(),
  dash: fc.constantFrom('', '-', ' ', '－', '　', '—', '–'),
  zero: fc.constantFrom('0', 'o', 'O'),
  one: fc.constantFrom('1', 'i', 'l', 'I', 'L'),
});

it('reads back whatever way a person writes it', () => {
  fc.assert(
    fc.property(bytes, sloppy, (raw, how) => {
      const printed = formatReceipt(raw);
      let typed = printed.replace(/0/g, how.zero).replace(/1/g, how.one).replace(/-/g, how.dash);
      if (how.lower) typed = typed.toLowerCase();
      expect(normaliseReceipt(` ${how.wide ? fullWidth(typed) : typed}\n`)).toBe(printed);
    }),
  );
});

it.each([
  '',
  'ABCD',
  'ABCD-ABCD-ABCD-ABCDE',
  'UUUU-0000-0000-0000',
  '回执回执回执回执回执回执回执回执',
  'ABCD_ABCD_ABCD_ABCD',
])('when typed %s → null', (typed) => expect(normaliseReceipt(typed)).toBeNull());

it('when not made of ten bytes → throws', () => expect(() => formatReceipt(new Uint8Array(9))).toThrow());
