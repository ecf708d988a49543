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

/** Who says that a consent was given: the app, or WeChat by an event made at `eventAt` (seconds since 1970). */
export type ConsentReport = { readonly from: 'app' } | { readonly from: 'wechat'; readonly eventAt: number };

/**
 * One more consent. Each is reported twice, by the app and by WeChat's own event, in any order; both count as one, and
 * none is lost when one of the reports is.
 */
export const addConsent = async (
  tx: Tx,
  accountId: string,
  template: SubscriptionTemplate,
  report: ConsentReport,
  now: number,
): Promise<void> => {
  const { outreachConsents: c } = tx.t;
  await tx.lock(`consents:${accountId}`);
  const [known = { ahead: 0, eventAt: 0, at: 0 }] = await tx
    .select({ ahead: c.ahead, eventAt: c.eventAt, at: c.at })
    .from(c)
    .where(and(eq(c.accountId, accountId), eq(c.template, template)));
  if (report.from === 'wechat' && report.eventAt <= known.eventAt) return;
  const ahead = now - known.at < pairMs ? known.ahead : 0;
  const reportedAlready = report.from === 'app' ? ahead < 0 : ahead > 0;
  const added = reportedAlready ? 0 : 1;
  const noted = {
    ahead: ahead + (report.from === 'app' ? 1 : -1),
    eventAt: report.from === 'wechat' ? report.eventAt : known.eventAt,
    at: now,
  };
  // Added to what is there then, not to what was read: a message may take a consent without waiting for this write.
  const remaining = sql`case when ${c.remaining} < ${most} then ${c.remaining} + ${added} else ${c.remaining} end`;
  await tx
    .insert(c)
    .values({ accountId, template, remaining: added, ...noted })
    .onConflictDoUpdate({ target: [c.accountId, c.template], set: { remaining, ...noted } });
};
