import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef } from 'react';
import useSWR, { mutate as mutateAny } from 'swr';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { addressOf, type Input } from './address';
import type { ApiError } from './api-error';
import { call, type AnyEndpoint, type CallInput } from './request';
import { refreshLists } from './mounted-lists';
import { useReader, type CacheKey } from './reader';
import { onLeave } from './session';

export interface QueryState<T> {
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  /** Nothing to show yet and something under way. */
  readonly loading: boolean;
  readonly refresh: () => Promise<unknown>;
  /** Puts a newer state in place, as a command's reply or a socket event gives it, without fetching again. */
  readonly replace: (next: T | ((now: T | undefined) => T | undefined)) => void;
}

/**
 * Reads one operation and keeps it fresh: fetched when first needed, when the page is shown again, and when the network
 * comes back. `null` as input means: not now (no community chosen, nothing typed yet).
 */
export const useQuery = <E extends AnyEndpoint>(endpoint: E, input: CallInput<E> | null): QueryState<Reply<E>> => {
  const reader = useReader();
  const key = input === null ? null : ([addressOf(endpoint, input as Input), reader] as const);
  const { data, error, isLoading, mutate } = useSWR<Reply<E>, ApiError, CacheKey | null>(key, () =>
    call(endpoint, input as CallInput<E>),
  );
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void mutate();
    shownBefore.current = true;
  });
  const refresh = useCallback(() => mutate(), [mutate]);
  const replace = useCallback<QueryState<Reply<E>>['replace']>(
    (next) => void mutate(next as Reply<E>, { revalidate: false }),
    [mutate],
  );
  return { data, error, loading: isLoading && data === undefined, refresh, replace };
};

/** Marks everything read from addresses that begin with `prefix` as stale; what is on screen is fetched again. */
export const refreshAll = async (prefix: string): Promise<void> => {
  await Promise.all([
    mutateAny((key) => Array.isArray(key) && typeof key[0] === 'string' && key[0].startsWith(prefix)),
    refreshLists(prefix),
  ]);
};

onLeave(() => void mutateAny(() => true, undefined, { revalidate: false }));
