import { eq } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';

/** Keeps the access token of WeChat's server API for all server processes. */
export interface TokenShelf {
  get(): Promise<string | null>;
  put(token: string, lifeSeconds: number): Promise<void>;
}

/** Taken for expired this long before it is. */
const marginMs = 5 * 60_000;
const service = 'wechat';

export const openTokenShelf = (store: Store, clock: Clock): TokenShelf => ({
  get: () =>
    store.read(async (db) => {
      const [kept] = await db.select().from(db.t.outsideTokens).where(eq(db.t.outsideTokens.service, service));
      return kept && kept.expiresAt - marginMs > clock() ? kept.token : null;
    }),
  put: async (token, lifeSeconds) => {
    const expiresAt = clock() + lifeSeconds * 1000;
    await store.write(async (tx) => {
      const { outsideTokens } = tx.t;
      await tx
        .insert(outsideTokens)
        .values({ service, token, expiresAt })
        .onConflictDoUpdate({ target: outsideTokens.service, set: { token, expiresAt } });
    });
  },
});
