import fc, { type Arbitrary } from 'fast-check';

/** The part of JSON Schema that the contracts use. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Member or parameter name → real ids, so that what is made up gets past 'not found'. */
export type IdPool = Readonly<Record<string, readonly string[]>>;

const idPattern = '^[A-Za-z0-9_-]{1,64}$';

/** Texts that break what trusts them, all of them allowed where a text is. */
const hostileTexts = [
  '<script>alert(1)</script>', "'; DROP TABLE matters; --", '${7*7}', '%00', '../../etc/passwd', '\\', '"', '\t', '\r\nset-cookie: a=b',
  '‮倒', '👨‍👩‍👧‍👦', 'ﷺ', '\u0301\u0301', 'NaN', 'null', 'undefined', '__proto__', 'constructor', 'true', '0x10', '1e9', '-1', '%', '_', '*', '〇〇', ' x ',
];

const singular = (name: string) => name.replace(/Ids$/, 'Id').replace(/^witnessId$/, 'voterId');

const textOf = ({ minLength = 0, maxLength = 300, pattern }: Shape, name: string, ids: IdPool): Arbitrary<string> => {
  if (pattern === idPattern) {
    const real = ids[singular(name)] ?? [];
    const madeUp = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
    return real.length === 0 ? madeUp : fc.oneof({ arbitrary: fc.constantFrom(...real), weight: 9 }, { arbitrary: madeUp, weight: 1 });
  }
  if (pattern !== undefined && pattern !== '\\S') return fc.stringMatching(new RegExp(pattern));
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && (pattern === undefined || /\S/.test(text));
  const long = fc.constantFrom('长', 'a', '👍').map((char) => char.repeat(Math.floor(maxLength / char.length)));
  const plain = fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 40) }).map((text) => text.replaceAll('\0', '0'));
  return fc.oneof(fc.constantFrom(...hostileTexts), plain, fc.constant('一段话').filter(fits), long).filter(fits);
};

const integerOf = ({ minimum = -1_000_000, maximum = 1_000_000 }: Shape): Arbitrary<number> =>
  fc.oneof(fc.constantFrom(minimum, maximum, Math.min(minimum + 1, maximum)), fc.integer({ min: minimum, max: maximum }));

const build = (shape: Shape, name: string, ids: IdPool): Arbitrary<unknown> => {
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => build(one, name, ids)));
  switch (shape.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return integerOf(shape);
    case 'string':
      return textOf(shape, name, ids);
    case 'array': {
      const { minItems = 0, maxItems = 5, uniqueItems = false, items = {} } = shape;
      const lengths = { minLength: minItems, maxLength: Math.min(maxItems, Math.max(minItems, 3)) };
      return uniqueItems ? fc.uniqueArray(build(items, name, ids), lengths) : fc.array(build(items, name, ids), lengths);
    }
    case 'object': {
      if (shape.patternProperties) {
        const [value = {}] = Object.values(shape.patternProperties);
        return fc.dictionary(fc.stringMatching(/^[a-zA-Z_-]{1,12}$/), build(value, name, ids), { maxKeys: 4, noNullPrototype: true });
      }
      const members = Object.entries(shape.properties ?? {}).map(([key, one]) => [key, build(one, key, ids)] as const);
      return fc.record(Object.fromEntries(members), { requiredKeys: [...(shape.required ?? [])], noNullPrototype: true });
    }
    default:
      throw new Error(`no value can be made for ${JSON.stringify(shape)}`);
  }
};

/** Values that fit a schema of the contracts: at its limits, hostile in content, naming real things where they name any. */
export const arbitraryOf = (schema: object, ids: IdPool): Arbitrary<unknown> => build(schema, '', ids);
