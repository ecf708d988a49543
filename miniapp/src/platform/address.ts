import { fillPath, type Endpoint } from '@bandeng/shared/kernel/api.ts';

const pairs = (query: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(query)
    .sort()
    .flatMap((name) => {
      const value = query[name];
      const values: unknown[] = Array.isArray(value) ? value : [value];
      return values
        .filter((v): v is string | number | boolean => v !== undefined && v !== null)
        .map((v) => `${encodeURIComponent(name)}=${encodeURIComponent(v)}`);
    });

export interface Input {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
}

/** Path and query of one call: also its name in the cache, so the order of the query's members does not matter. */
export const addressOf = (endpoint: Endpoint, { params, query }: Input): string => {
  const path = fillPath(endpoint.path, params ?? {});
  const search = pairs(query ?? {}).join('&');
  return search === '' ? path : `${path}?${search}`;
};
