import type { Body, Endpoint, OperationSchemas, Params, Query, Reply } from '@bandeng/shared/kernel/api.ts';
import { addressOf, type Input } from './address';
import { ApiError } from './api-error';
import { askConsent } from './ask-consent';
import { currentToken, refreshTokens } from './session';
import { send } from './transport';
import { wait } from './wait';

type Part<Name extends string, T> = [T] extends [undefined]
  ? { [K in Name]?: undefined }
  : Record<string, never> extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T };

/** What a call of this endpoint must be given, and nothing it does not know. */
export type CallInput<E> = Part<'params', Params<E>> & Part<'query', Query<E>> & Part<'body', Body<E>>;

export type AnyEndpoint = Endpoint<string, OperationSchemas>;

const readTimeout = 12_000;
const writeTimeout = 25_000;
/** Pauses before a read is tried again; reads change nothing, so they may be repeated freely. */
const readPauses = [400, 1200];

const worthRepeating = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status === 502 || error.status === 503 || error.status === 504);

/** Carries the access token; when the server finds it expired, renews it once and repeats the call. */
const withToken = async (attempt: (header: Record<string, string>) => Promise<unknown>): Promise<unknown> => {
  const token = currentToken();
  const header = (value: string | null): Record<string, string> => (value ? { authorization: `Bearer ${value}` } : {});
  try {
    return await attempt(header(token));
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401 || token === null) throw error;
    const renewed = await refreshTokens(token);
    if (renewed === null) throw error;
    return attempt(header(renewed));
  }
};

/**
 * Calls one operation of an api table.
 * @param commandId names the intent of a write; `useCommand` makes and keeps it
 * @returns the reply, as its schema describes it
 * @throws ApiError for every outcome but success
 */
export const call = async <E extends AnyEndpoint>(
  endpoint: E,
  input: CallInput<E>,
  commandId?: string,
): Promise<Reply<E>> => {
  const { body, ...rest } = input as Input & { body?: unknown };
  const address = addressOf(endpoint, rest);
  const write = endpoint.method !== 'GET';
  const once = () =>
    withToken((header) =>
      send({
        method: endpoint.method,
        address,
        header: commandId === undefined ? header : { ...header, 'idempotency-key': commandId },
        ...(write ? { body: body ?? {} } : {}),
        timeoutMs: write ? writeTimeout : readTimeout,
      }),
    );
  for (let round = 0; ; round++) {
    try {
      return (await once()) as Reply<E>;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'privacy-consent-needed' && currentToken() !== null) askConsent();
      const pause = readPauses[round];
      if (write || pause === undefined || !worthRepeating(error)) throw error;
      await wait(pause);
    }
  }
};
