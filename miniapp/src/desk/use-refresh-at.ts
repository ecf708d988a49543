import { useEffect } from 'react';

/** Longer waits than this overflow a timer; by then the page has been shown anew. */
const longest = 6 * 3_600_000;

/** Asks again when a moment comes at which what is allowed changes by the clock alone. */
export const useRefreshAt = (moments: readonly (number | undefined)[], refresh: () => unknown): void => {
  const next = moments.filter((at): at is number => at !== undefined && at > Date.now()).sort((a, b) => a - b)[0];
  useEffect(() => {
    if (next === undefined) return;
    const timer = setTimeout(refresh, Math.min(longest, next - Date.now() + 500));
    return () => clearTimeout(timer);
  }, [next, refresh]);
};
