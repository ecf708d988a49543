import {
  IsArray,
  IsBoolean,
  IsEnum,
  IsInteger,
  IsLiteral,
  IsNull,
  IsNumber,
  IsObject,
  IsString,
  IsUnion,
  type TObject,
  type TSchema,
} from 'typebox';
import { Value } from 'typebox/value';

type Drop = (value: unknown) => unknown;

const same: Drop = (value) => value;
const leaves = [IsString, IsInteger, IsNumber, IsBoolean, IsNull, IsLiteral, IsEnum];
const isLeaf = (schema: TSchema): boolean => leaves.some((is) => is(schema));

const dropFrom = ({ properties }: TObject): Drop | null => {
  const inner = new Map<string, Drop>();
  for (const [name, schema] of Object.entries(properties)) {
    const drop = compile(schema);
    if (drop === null) return null;
    inner.set(name, drop);
  }
  return (value) => {
    const object = value as Record<string, unknown>;
    for (const name of Object.keys(object)) {
      const drop = inner.get(name);
      if (drop === undefined) delete object[name];
      else if (drop !== same) object[name] = drop(object[name]);
    }
    return object;
  };
};

/** Null where typebox must look at the values themselves. */
const compile = (schema: TSchema): Drop | null => {
  if (isLeaf(schema)) return same;
  if (IsArray(schema)) {
    const drop = compile(schema.items);
    return drop === null || drop === same ? drop : (value) => (value as unknown[]).map(drop);
  }
  if (IsObject(schema)) return 'additionalProperties' in schema ? null : dropFrom(schema);
  if (!IsUnion(schema)) return null;
  const nested = schema.anyOf.filter((one) => !isLeaf(one));
  const [only] = nested;
  if (only === undefined) return same;
  const drop = nested.length === 1 ? compile(only) : null;
  return drop === null ? null : (value) => (typeof value === 'object' && value !== null ? drop(value) : value);
};

/**
 * Drops members that a schema does not name, as `Value.Clean` does, decided once per schema instead of once per request.
 * @returns takes a value that fits the schema, and changes it
 */
export const compileDrop = (schema: TSchema): Drop => compile(schema) ?? ((value) => Value.Clean(schema, value));
