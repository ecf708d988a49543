import type { SubscriptionTemplate } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';

/** Takes one consent of each account that has one, and says of which. */
export const takeConsents = async (
  tx: Tx,
  accountIds: readonly string[],
  template: SubscriptionTemplate,
): Promise<ReadonlySet<string>> => {
  if (accountIds.length === 0) return new Set();
  const { outreachConsents: c } = tx.t;
  const taken = await tx
    .update(c)
    .set({ remaining: sql`${c.remaining} - 1` })
    .where(and(inArray(c.accountId, [...accountIds]), eq(c.template, template), gt(c.remaining, 0)))
    .returning({ accountId: c.accountId });
  return new Set(taken.map(({ accountId }) => accountId));
};

/** A message was never sent: its consent is as good as before. */
export const giveConsentBack = async (tx: Tx, accountId: string, template: SubscriptionTemplate): Promise<void> => {
  const { outreachConsents: c } = tx.t;
  await tx
    .update(c)
    .set({ remaining: sql`${c.remaining} + 1` })
    .where(and(eq(c.accountId, accountId), eq(c.template, template)));
};

/** WeChat says that the person lets nothing more through. */
export const clearConsents = async (tx: Tx, accountId: string, template: SubscriptionTemplate): Promise<void> => {
  const { outreachConsents: c } = tx.t;
  await tx
    .update(c)
    .set({ remaining: 0, ahead: 0 })
    .where(and(eq(c.accountId, accountId), eq(c.template, template)));
};

/** WeChat's event follows the person's answer within seconds. */
const pairMs = 5 * 60_000;
/** Nobody needs more; a broken client cannot run it up. */
const most = 99;

/**
 * One more consent. Each is reported twice, by the app and by WeChat's own event, in any order; both count as one, and
 * none is lost when one of the reports is.
 */
export const addConsent = async (
  tx: Tx,
  { accountId, template, from }: { accountId: string; template: SubscriptionTemplate; from: 'app' | 'wechat' },
  now: number,
): Promise<void> => {
  const { outreachConsents: c } = tx.t;
  await tx.lock(`consents:${accountId}`);
  const [known] = await tx
    .select({ remaining: c.remaining, ahead: c.ahead, at: c.at })
    .from(c)
    .where(and(eq(c.accountId, accountId), eq(c.template, template)));
  const ahead = known && now - known.at < pairMs ? known.ahead : 0;
  const reportedAlready = from === 'app' ? ahead < 0 : ahead > 0;
  const more = {
    remaining: Math.min(most, (known?.remaining ?? 0) + (reportedAlready ? 0 : 1)),
    ahead: ahead + (from === 'app' ? 1 : -1),
    at: now,
  };
  await tx
    .insert(c)
    .values({ accountId, template, ...more })
    .onConflictDoUpdate({ target: [c.accountId, c.template], set: more });
};
