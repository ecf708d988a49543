import { sendableFrom } from '@bandeng/shared/outreach/quiet-hours.ts';
import { templateOf, type OutboxStatus, type OutreachCategory } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import type { Sending } from '../platform/sending.ts';
import type { Tx } from '../platform/store/store.ts';
import { noConsent } from '../platform/wechat/send-subscribed.ts';
import { clearConsents, giveConsentBack } from './consents.ts';
import type { OutboxRow } from './outbox-row.ts';

const minuteMs = 60_000;
/** Pauses after each failed try; after one more try the message has failed. */
const pauses = [10_000, minuteMs, 5 * minuteMs, 30 * minuteMs, 120 * minuteMs] as const;

/** What becomes of a message after a try, and when it is tried again. */
const nextState = (row: OutboxRow, { kind }: Sending, now: number): { status: OutboxStatus; nextAt: number | null } => {
  if (kind === 'sent') return { status: 'sent', nextAt: null };
  if (kind === 'unclear') return { status: 'unknown', nextAt: null };
  const pause = pauses[row.attempts - 1];
  if (kind === 'refused' || pause === undefined) return { status: 'failed', nextAt: null };
  return { status: 'waiting', nextAt: sendableFrom(now + pause, row.category as OutreachCategory) };
};

/** Keeps how a try of a leased message ended. A lease that ran out meanwhile has been given up, and stays so. */
export const recordReceipt = async (tx: Tx, row: OutboxRow, sending: Sending, now: number): Promise<void> => {
  const { outbox: o } = tx.t;
  const { status, nextAt } = nextState(row, sending, now);
  const receipt = sending.receipt.slice(0, 200);
  const kept = await tx
    .update(o)
    .set({ status, nextAt, receipt, leaseUntil: null, doneAt: nextAt === null ? now : null })
    .where(and(eq(o.communityId, row.communityId), eq(o.id, row.id), eq(o.status, 'sending'), eq(o.attempts, row.attempts)))
    .returning({ id: o.id });
  if (kept.length === 0 || status !== 'failed' || row.channel !== 'wechat' || row.accountId === null) return;
  const template = templateOf[row.category as OutreachCategory];
  if (receipt === noConsent) await clearConsents(tx, row.accountId, template);
  else await giveConsentBack(tx, row.accountId, template);
};
