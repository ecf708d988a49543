import type { ReactNode } from 'react';
import type { QueryState } from '../platform/query';
import { ErrorState } from './error-state';
import { Skeleton } from './skeleton';

interface AwaitProps<T> {
  readonly query: Pick<QueryState<T>, 'data' | 'error' | 'refresh'>;
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Skeleton, then content; an error only when there is nothing older to show. */
export const Await = <T,>({ query, skeleton, children }: AwaitProps<T>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== undefined) return <ErrorState error={query.error} onRetry={() => void query.refresh()} />;
  return <>{skeleton ?? <Skeleton />}</>;
};
