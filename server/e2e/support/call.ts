import { fillPath, type Body, type Endpoint, type OperationSchemas, type Params, type Query, type Reply } from '@bandeng/shared/kernel/api.ts';
import { randomUUID } from 'node:crypto';

export type AnyEndpoint = Endpoint<string, OperationSchemas>;

export interface Call<E extends AnyEndpoint> {
  readonly params?: Params<E>;
  readonly query?: Query<E>;
  readonly body?: Body<E>;
}

/** Carries out one operation over HTTP as whoever holds the token. Throws when it is refused: a journey expects none. */
export const call = async <E extends AnyEndpoint>(
  origin: string,
  token: string | null,
  endpoint: E,
  { params, query, body }: Call<E> = {},
): Promise<Reply<E>> => {
  const address = new URL(fillPath(endpoint.path, params ?? {}), origin);
  address.search = new URLSearchParams(query ?? {}).toString();
  const write = endpoint.method !== 'GET';
  const answer = await fetch(address, {
    method: endpoint.method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(write ? { 'idempotency-key': randomUUID(), 'content-type': 'application/json' } : {}),
    },
    body: write ? JSON.stringify(body ?? {}) : null,
  });
  const reply: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${endpoint.name} answered ${answer.status}: ${JSON.stringify(reply)}`);
  return reply as Reply<E>;
};
