import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { Fragment, type ReactNode } from 'react';
import { useT } from '../i18n/use-t';
import type { PagesState } from '../platform/pages-query';
import { Button } from './button';
import { ErrorNote, ErrorState } from './error-state';
import { Skeleton } from './skeleton';

interface InfiniteListProps<T> {
  readonly pages: PagesState<T>;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
  readonly empty: ReactNode;
  /** Replaces the plain sequence of items: a table, a list card. */
  readonly frame?: (items: readonly T[]) => ReactNode;
}

/** A paged list with all its states. More comes at the end of the page, or at the press of a button. */
export const InfiniteList = <T,>({ pages, keyOf, children, empty, frame }: InfiniteListProps<T>) => {
  const t = useT();
  const { items, error, hasMore, loadingMore, loadMore, refresh } = pages;
  useReachBottom(loadMore);
  if (items === undefined) return error === undefined ? <Skeleton /> : <ErrorState error={error} onRetry={() => void refresh()} />;
  if (items.length === 0) return <>{empty}</>;
  return (
    <>
      {frame === undefined ? items.map((item) => <Fragment key={keyOf(item)}>{children(item)}</Fragment>) : frame(items)}
      <ErrorNote error={error} />
      {hasMore ? (
        <View className="bd-more">
          <Button kind="plain" busy={loadingMore} onPress={loadMore}>
            {t('ui.more')}
          </Button>
        </View>
      ) : null}
    </>
  );
};
