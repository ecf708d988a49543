import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.ts';

const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const reverseKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  );
};

describe('canonicalJson', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(values, (value) => canonicalJson(value) === canonicalJson(reverseKeys(value))));
  });
  it('gives different values different texts', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        const same = canonicalJson(a) === canonicalJson(b);
        if (same) expect(a).toEqual(b);
      }),
    );
  });
  it('sorts keys by code unit', () =>
    expect(canonicalJson({ b: 1, a: [true, null], 中: '', A: -0 })).toBe('{"A":0,"a":[true,null],"b":1,"中":""}'));
  it.each([
    0.5,
    NaN,
    Infinity,
    2 ** 53,
    undefined,
    { a: undefined },
    [undefined],
    new Array(1),
    new Map(),
    new Date(0),
    1n,
    () => 1,
    Symbol('s'),
  ])('when given %s → throws', (value) => expect(() => canonicalJson(value)).toThrow());
  it('when a value holds itself → throws; when it is merely used twice → writes it twice', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(() => canonicalJson(loop)).toThrow(/cycle/);
    const twice = { n: 1 };
    expect(canonicalJson([twice, twice])).toBe('[{"n":1},{"n":1}]');
  });
});
