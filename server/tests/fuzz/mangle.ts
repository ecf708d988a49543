import fc, { type Arbitrary } from 'fast-check';

const deep = (depth: number, open: string, inner: string, close: string) => open.repeat(depth) + inner + close.repeat(depth);

/** JSON that no contract asks for, as text: much of it cannot be made from JavaScript values. */
const intruders: readonly string[] = [
  'null', 'true', '[]', '{}', '""', '0', '-0', '-1', '1.5', '1e400', '-1e400', '9007199254740993', '1e-7', '"NaN"', '"Infinity"', '"1"',
  '"\\ud800"', '"\\udc00x"', '"a\\u0000b"', '"\\uFFFF"', '[null]', '[[[]]]', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}',
  '{"toString":1}', `"${'x'.repeat(70_000)}"`, `"${'长'.repeat(20_001)}"`, deep(2_000, '[', '', ']'), deep(2_000, '{"a":', '1', '}'),
  `[${Array.from({ length: 500 }, () => '"a"').join()}]`, '{"$ne":null}', '"2026-02-31"', '"9999-12-31"', '253402300799999', '253402300800000',
];

/** Texts that are no JSON at all, or barely. */
const broken: readonly string[] = [
  '{', '}', '{"a":}', '[1,]', 'NaN', 'undefined', "{'a':1}", '{"a":1}{"b":2}', '\ufeff{}', '{"a":1e}', '"', 'tru', '{"a":\u0001"b"}', ' ', '\\u0000',
];

const extra: readonly string[] = ['"communityId":"other"', '"id":"x"', '"__proto__":{"admin":true}', '"roles":["administrator"]', '"at":0', '"":""'];

/** Replaces, drops or adds one member of an object; of anything else nothing is left. */
const mangleText = (value: unknown, at: number, how: 'replace' | 'drop' | 'add', intruder: string, added: string): string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return intruder;
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`);
  const [key] = members.length === 0 ? [] : Object.entries(value)[at % members.length] ?? [];
  if (how === 'add' || key === undefined) return `{${[...members, added].join()}}`;
  const place = at % members.length;
  const kept = members.filter((_, i) => i !== place);
  return `{${[...kept, ...(how === 'replace' ? [`${JSON.stringify(key)}:${intruder}`] : [])].join()}}`;
};

/** Bodies near what is asked for: as it should be, one member off, or no JSON. */
export const mangled = (good: Arbitrary<unknown>): Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: good.map((value) => JSON.stringify(value)) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(good, fc.nat(30), fc.constantFrom('replace' as const, 'drop' as const, 'add' as const), fc.constantFrom(...intruders), fc.constantFrom(...extra))
        .map((parts) => mangleText(...parts)),
    },
    { weight: 1, arbitrary: fc.constantFrom(...intruders, ...broken) },
  );

export const contentTypes: readonly string[] = [
  'application/json; charset=utf-8', 'application/json;charset=gbk', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data',
  'multipart/form-data; boundary=x', 'application/xml', 'application/json, text/html', '', 'x', 'APPLICATION/JSON', 'application/vnd.api+json',
];

/** Path segments that name nothing. */
export const oddSegments: readonly string[] = [
  '%00', '%2e%2e', '..%2f..', '%ff', '%', 'a%20b', '__proto__', 'constructor', 'null', '-1', 'x'.repeat(65), 'x'.repeat(250), '长', '%E9%95%BF', ':id', '*', "';--",
];

/** Values of query members that are no value of theirs. */
export const oddValues: readonly string[] = [
  '', 'NaN', '1e400', '-1', '0', '101', '1.5', 'null', '[object Object]', '%00', 'x'.repeat(500), '__proto__', '{}', 'true', '00', '９', '%D8%00', '999999999999999999999',
];
