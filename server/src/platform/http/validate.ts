import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { compileDrop } from './drop-unknown.ts';

/** A part of a request that does not fit; `field` is where, in dots. */
export class Misfit extends Error {
  constructor(
    readonly part: string,
    readonly field: string,
  ) {
    super(`${part} does not fit at ${field}`);
  }
}

/** NUL, or half of a surrogate pair: with the `u` flag whole pairs do not match. */
const unstorable = /[\0\p{Surrogate}]/u;

/**
 * What no engine can keep as it was sent: NUL characters and halves of surrogate pairs (refused by PostgreSQL), and
 * numbers that are not safe integers. Returns the place, or null.
 */
export const findUnstorable = (value: unknown, path = ''): string | null => {
  if (typeof value === 'string') return unstorable.test(value) ? path : null;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (unstorable.test(key)) return path;
    const found = findUnstorable(inner, at);
    if (found !== null) return found;
  }
  return null;
};

const fieldOf = (error: { instancePath: string; params: object } | undefined): string => {
  const path = (error?.instancePath ?? '').split('/').slice(1);
  const missing = (error?.params as { requiredProperties?: string[] } | undefined)?.requiredProperties?.[0];
  return [...path, ...(missing === undefined ? [] : [missing])].join('.');
};

/** Bodies and paths are taken as they are; only texts of the query are converted. Unknown members are dropped. */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart = 'body' }) => {
  const validator = Compile(schema);
  const dropUnknown = compileDrop(schema);
  // What stands in a path is an id, a text already.
  const taken = httpPart === 'body' || httpPart === 'params';
  return (sent: unknown) => {
    const converted = taken ? sent : Value.Convert(schema, sent);
    if (!validator.Check(converted)) return { error: new Misfit(httpPart, fieldOf(validator.Errors(converted)[0])) };
    const value = dropUnknown(converted);
    // Last, because only what fits is known to be shallow.
    const place = findUnstorable(value);
    return place === null ? { value } : { error: new Misfit(httpPart, place) };
  };
};
