import { outreachChannels, type OutreachChannel, type OutboxStatus } from '@bandeng/shared/outreach/vocabulary.ts';
import { and, count, eq } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

export interface ReceiptCount {
  readonly waiting: number;
  readonly sent: number;
  /** Refused, given up, or of unknown fate: whoever counts on it should tell the person in another way. */
  readonly failed: number;
}

const columns: Readonly<Record<OutboxStatus, keyof ReceiptCount>> = {
  waiting: 'waiting', sending: 'waiting', sent: 'sent', failed: 'failed', unknown: 'failed', dropped: 'failed',
};

/** What became of the messages about one thing. */
export const countReceipts = async (
  db: Db,
  communityId: string,
  ownerKind: string,
  ownerId: string,
): Promise<Record<OutreachChannel, ReceiptCount>> => {
  const { outbox: o } = db.t;
  const rows = await db
    .select({ channel: o.channel, status: o.status, messages: count() })
    .from(o)
    .where(and(eq(o.communityId, communityId), eq(o.ownerKind, ownerKind), eq(o.ownerId, ownerId)))
    .groupBy(o.channel, o.status);
  const countOf = (channel: OutreachChannel): ReceiptCount => {
    const counts = { waiting: 0, sent: 0, failed: 0 };
    for (const row of rows) if (row.channel === channel) counts[columns[row.status as OutboxStatus]] += row.messages;
    return counts;
  };
  return Object.fromEntries(outreachChannels.map((channel) => [channel, countOf(channel)])) as Record<OutreachChannel, ReceiptCount>;
};
