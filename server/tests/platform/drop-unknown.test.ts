import { bulletinSchemas } from '@bandeng/shared/bulletin/schemas.ts';
import { chatSchemas } from '@bandeng/shared/chat/schemas.ts';
import { communitySchemas } from '@bandeng/shared/community/schemas.ts';
import { deliberationSchemas } from '@bandeng/shared/deliberation/schemas.ts';
import { Nullable, OneOf } from '@bandeng/shared/kernel/shapes.ts';
import { IsArray, IsObject, IsUnion, Type, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { compileDrop } from '../../src/platform/http/drop-unknown.ts';

const both = (schema: TSchema, value: unknown) => ({
  ours: compileDrop(schema)(structuredClone(value)),
  theirs: Value.Clean(schema, structuredClone(value)),
});

const Point = Type.Object({ x: Type.Integer(), y: Type.Optional(Type.Integer()) });
const cases: readonly [string, TSchema, unknown][] = [
  ['members that nobody named', Point, { x: 1, z: 2, toString: 3 }],
  ['lists', Type.Object({ points: Type.Array(Point) }), { points: [{ x: 1, a: 1 }, { x: 2, y: 3 }], b: [] }],
  ['lists of texts', Type.Array(Type.String()), ['a', 'b']],
  ['what may be null', Type.Object({ at: Nullable(Point), kind: OneOf(['a', 'b']) }), { at: null, kind: 'a', c: 1 }],
  ['what might have been null', Type.Object({ at: Nullable(Point) }), { at: { x: 1, a: 1 } }],
  ['one of two shapes', Type.Union([Point, Type.Object({ name: Type.String() })]), { name: 'n', x: 'no number', a: 1 }],
  ['open objects', Type.Record(Type.String(), Type.Integer()), { a: 1, b: 2 }],
  ['objects with other members', Type.Object({ a: Type.Integer() }, { additionalProperties: Type.String() }), { a: 1, b: 'kept' }],
  ['anything', Type.Object({ a: Type.Unknown() }), { a: { b: 1 }, c: 2 }],
];

/** Something of the shape of a schema, with one member too many wherever there can be one. */
const sampleOf = (schema: TSchema): unknown => {
  if (IsObject(schema)) {
    const named = Object.entries(schema.properties).map(([name, one]) => [name, sampleOf(one)]);
    return { ...Object.fromEntries(named), surprise: { deep: [1] } };
  }
  if (IsArray(schema)) return [sampleOf(schema.items)];
  return IsUnion(schema) ? null : 'x';
};

describe('members that a schema does not name', () => {
  it.each(cases)('are dropped from %s', (_name, schema, value) => {
    const { ours, theirs } = both(schema, value);
    expect(ours).toEqual(theirs);
  });

  const bodies = Object.entries({ ...bulletinSchemas, ...chatSchemas, ...communitySchemas, ...deliberationSchemas }).flatMap(
    ([name, schemas]): [string, TSchema][] => ('body' in schemas ? [[name, schemas.body]] : []),
  );
  it.each(bodies)('are dropped from the body of %s', (_name, schema) => {
    const { ours, theirs } = both(schema, sampleOf(schema));
    expect(ours).toEqual(theirs);
    expect(ours).not.toHaveProperty('surprise');
  });
});
