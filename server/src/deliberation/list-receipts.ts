import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { BallotChannel, Choice } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { normaliseReceipt } from '@bandeng/shared/kernel/receipt.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq, gt } from 'drizzle-orm';
import type { QueryInput } from '../platform/http/serve.ts';
import { hasMet } from './minutes-state.ts';
import { findSessionOf } from './see-matter.ts';

type ListReceipts = typeof deliberationApi.listReceipts;

/** Every ballot of a counted session by its receipt, in the order of the receipts, which says nothing about persons. */
export const listReceipts = async (input: QueryInput<ListReceipts>): Promise<Result<Reply<ListReceipts>>> => {
  const { db, actor, params, query } = input;
  const found = await findSessionOf(db, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { session } = found;
  if (!hasMet(session) && !(session.status === 'void' && session.closedAt !== null)) return refuse('session-not-closed');
  const limit = query.limit ?? 50;
  const { openBallots: o, secretBallots: s } = db.t;
  const table = session.secret ? s : o;
  const wanted = query.receipt === undefined ? undefined : (normaliseReceipt(query.receipt) ?? '');
  const rows = await db
    .select({ receipt: table.receipt, choice: table.choice, ...(session.secret ? {} : { channel: o.channel }) })
    .from(table)
    .where(
      and(
        eq(table.communityId, session.communityId),
        eq(table.sessionId, session.id),
        wanted === undefined ? undefined : eq(table.receipt, wanted),
        query.cursor === undefined ? undefined : gt(table.receipt, query.cursor),
      ),
    )
    .orderBy(asc(table.receipt))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map((row) => ({
    receipt: row.receipt,
    choice: row.choice as Choice,
    channel: (row.channel ?? null) as BallotChannel | null,
  }));
  return ok({ items, next: rows.length > limit ? (items.at(-1)?.receipt ?? null) : null });
};
