import { useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import useSWRInfinite from 'swr/infinite';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { addressOf, type Input } from './address';
import type { ApiError } from './api-error';
import { mountList } from './mounted-lists';
import { useReader } from './reader';
import { call, type AnyEndpoint, type CallInput } from './request';

interface PageOf<T> {
  readonly items: readonly T[];
  /** Opaque cursor of the next page; null on the last one. */
  readonly next: string | null;
}

type ItemOf<E> = Reply<E> extends PageOf<infer T> ? T : never;

export interface PagesState<T> {
  /** All pages fetched so far, in order; undefined before the first. */
  readonly items: readonly T[] | undefined;
  readonly error: ApiError | undefined;
  readonly loading: boolean;
  readonly loadingMore: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly refresh: () => Promise<unknown>;
}

/** A list that is read page by page with `cursor`. */
export const usePages = <E extends AnyEndpoint>(endpoint: E, input: CallInput<E> | null): PagesState<ItemOf<E>> => {
  type Page = PageOf<ItemOf<E>>;
  const reader = useReader();
  const base = input as (Input & object) | null;
  const withCursor = (cursor: string | null): CallInput<E> =>
    (cursor === null ? base : { ...base, query: { ...base?.query, cursor } }) as CallInput<E>;
  const { data, error, isLoading, isValidating, size, setSize, mutate } = useSWRInfinite<Page, ApiError>(
    (index: number, before: Page | null) => {
      if (base === null || (index > 0 && (before === null || before.next === null))) return null;
      const cursor = before?.next ?? null;
      return [addressOf(endpoint, withCursor(cursor) as Input), reader, cursor] as const;
    },
    ([, , cursor]: readonly [string, string, string | null]) => call(endpoint, withCursor(cursor)),
    { revalidateFirstPage: false },
  );
  const address = base === null ? null : addressOf(endpoint, base);
  useEffect(() => (address === null ? undefined : mountList({ address, refresh: () => mutate() })), [address, mutate]);
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void mutate();
    shownBefore.current = true;
  });
  const hasMore = (data?.[data.length - 1]?.next ?? null) !== null;
  const loadingMore = isValidating && data !== undefined && data.length < size;
  return {
    items: data?.flatMap((page) => page.items),
    error,
    loading: isLoading && data === undefined,
    loadingMore,
    hasMore,
    loadMore: () => {
      if (hasMore && !loadingMore) void setSize(size + 1);
    },
    refresh: () => mutate(),
  };
};
