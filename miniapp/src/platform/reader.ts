import { useSession } from './session';

/** Address and reader: what one person was shown is never taken from the cache for another. */
export type CacheKey = readonly [address: string, reader: string];

/** The account that reads, or '' for a visitor; signing in or out makes every query on screen fetch again. */
export const useReader = (): string => useSession((s) => s.tokens?.accountId ?? '');
