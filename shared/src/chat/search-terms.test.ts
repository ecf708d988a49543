import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFoundBy, readSearch, termsOf } from './search-terms.ts';

/** What the index answers: it has all terms of the search. */
const isCandidate = (typed: string, text: string): boolean => {
  const terms = new Set(termsOf(text));
  return readSearch(typed).terms.every((term) => terms.has(term));
};

const finds = (typed: string, text: string): boolean => isCandidate(typed, text) && isFoundBy(readSearch(typed), text);

describe('terms', () => {
  test('signs and pairs of neighbours, each once, never across a comma', () => {
    expect(termsOf('物业费，费')).toEqual(['物', '业', '费', '物业', '业费']);
  });

  test('case and width do not matter', () => {
    expect(finds('a4', '请带Ａ４纸')).toBe(true);
    expect(finds('ＷＩＦＩ', 'wifi 密码')).toBe(true);
  });

  test('half a word and half a number are found', () => {
    expect(finds('2-1', '王工 3-2-101')).toBe(true);
    expect(finds('380013', '电话 13800138000')).toBe(true);
  });

  test('all words must occur, in any order', () => {
    expect(finds('电梯 三栋', '三栋要装电梯')).toBe(true);
    expect(finds('电梯 五栋', '三栋要装电梯')).toBe(false);
  });

  test('a chance meeting of pairs is a candidate and no hit', () => {
    const text = '加装是装电,不是电梯';
    expect(isCandidate('加装电梯', `${text},加装`)).toBe(true);
    expect(finds('加装电梯', `${text},加装`)).toBe(false);
  });

  test('what stands around a word does not matter, what stands in it does', () => {
    expect(finds('"电梯"!', '电梯坏了')).toBe(true);
    expect(finds('电，梯', '电梯坏了')).toBe(false);
  });

  test('signs alone search for nothing', () => {
    expect(readSearch('，。!?')).toEqual({ words: [], terms: [] });
    expect(readSearch(' ')).toEqual({ words: [], terms: [] });
  });

  test('a term has neither spaces nor the signs of the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const term of termsOf(text)) expect(term).toMatch(/^[^\s"'_-]{1,8}$/u);
      }),
    );
  });
});

const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
const sign = fc.oneof({ weight: 6, arbitrary: han }, { weight: 2, arbitrary: fc.constantFrom(...'aZ9，。 -\n😀3') });

describe('every part of a text with a Chinese character in it', () => {
  test('finds the text', () => {
    const cut = fc.record({ signs: fc.array(sign, { minLength: 1, maxLength: 60 }), from: fc.nat(), length: fc.nat() });
    fc.assert(
      fc.property(cut, ({ signs, from, length }) => {
        const start = from % signs.length;
        const part = signs.slice(start, start + 1 + (length % (signs.length - start))).join('');
        fc.pre(/\p{Script=Han}/u.test(part));
        expect(finds(part, signs.join(''))).toBe(true);
      }),
    );
  });

  test('and what is found has every word of what was typed', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20 }), fc.array(sign, { maxLength: 4 }), (text, typed) => {
        fc.pre(finds(typed.join(''), text.join('')));
        for (const word of readSearch(typed.join('')).words) expect(text.join('').normalize('NFKC').toLowerCase()).toContain(word);
      }),
    );
  });
});
