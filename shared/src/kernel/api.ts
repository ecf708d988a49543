import type { Static, TSchema } from 'typebox';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What one operation accepts and returns, as TypeBox schemas (JSON Schema 2020-12). */
export interface OperationSchemas {
  query?: TSchema;
  body?: TSchema;
  reply: TSchema;
}

/** A row of an api table: method, path with `:name` parameters, one-line summary (zh). */
export type Row = readonly [method: Method, path: `/api/${string}`, summary: string];

type ParamNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;

type StaticOr<S, Otherwise> = S extends TSchema ? Static<S> : Otherwise;

/** One callable operation. The `types` member exists only for the compiler; it is never present at run time. */
export interface Endpoint<Path extends string = string, S extends OperationSchemas = OperationSchemas> {
  readonly name: string;
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly types?: S;
}

export type Params<E> = E extends Endpoint<infer P, OperationSchemas> ? { [K in ParamNames<P>]: string } : never;
export type Query<E> = E extends Endpoint<string, infer S> ? StaticOr<S['query'], undefined> : never;
export type Body<E> = E extends Endpoint<string, infer S> ? StaticOr<S['body'], undefined> : never;
export type Reply<E> = E extends Endpoint<string, infer S> ? Static<S['reply']> : never;

type Endpoints<S extends Record<string, OperationSchemas>, T extends Record<keyof S, Row>> = {
  [K in keyof S & string]: Endpoint<T[K][1], S[K]>;
};

/**
 * Builds an api table whose rows must name exactly the operations of a schema table.
 * The schema table is given as a type only, so that a client bundles paths and never schemas.
 */
export const apiTable =
  <S extends Record<string, OperationSchemas>>() =>
  <const T extends Record<keyof S, Row>>(rows: T): Endpoints<S, T> =>
    Object.fromEntries(
      Object.entries<Row>(rows).map(([name, [method, path, summary]]) => [name, { name, method, path, summary }]),
    ) as unknown as Endpoints<S, T>;

/** Fills `:name` parameters, percent-encoded. Throws when one is missing: that is a bug of the caller. */
export const fillPath = (path: string, params: Record<string, string>): string =>
  path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`path ${path} needs ${name}`);
    return encodeURIComponent(value);
  });
