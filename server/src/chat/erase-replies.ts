import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { and, eq, gte, like, sql } from 'drizzle-orm';
import type { Outcome } from '../platform/http/tables.ts';
import type { Tx } from '../platform/store/store.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A message, a held one, the last line of a group or a quote, without what was said in it. */
const unsaid = (one: Fields, recalled: Message): Fields => {
  const { seq, at, sentAs, state } = recalled;
  if (one['sentAs'] === sentAs) return 'mentions' in one ? { ...recalled } : { ...one, text: '', file: null, detail: '' };
  if (one['seq'] !== seq) return one;
  if ('excerpt' in one) return { ...one, excerpt: '', state };
  return one['at'] === at && 'text' in one ? { ...one, text: '', state } : one;
};

const eraseIn = (value: unknown, recalled: Message): unknown => {
  if (Array.isArray(value)) return value.map((one) => eraseIn(one, recalled));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, eraseIn(field, recalled)] as const);
  return unsaid(Object.fromEntries(fields), recalled);
};

/**
 * Takes what was recalled out of what others were answered since it was said, and would be answered again: a decision about
 * it, the settings of the group with its pinned message and last line.
 */
export const eraseReplies = async (tx: Tx, communityId: string, groupId: string, recalled: Message): Promise<void> => {
  const { commands: c } = tx.t;
  const since = and(eq(c.communityId, communityId), gte(c.at, recalled.at));
  const replies = await tx
    .select({ actorId: c.actorId, commandId: c.commandId, outcome: c.outcome })
    .from(c)
    .where(and(since, like(sql`cast(${c.outcome} as text)`, `%"${groupId}"%`)));
  for (const { actorId, commandId, outcome } of replies) {
    await tx
      .update(c)
      .set({ outcome: eraseIn(outcome, recalled) as Outcome })
      .where(and(eq(c.communityId, communityId), eq(c.actorId, actorId), eq(c.commandId, commandId)));
  }
};
