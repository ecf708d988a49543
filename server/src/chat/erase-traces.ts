import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Tx } from '../platform/store/store.ts';
import { eraseReplies } from './erase-replies.ts';
import { presentMessages } from './present-message.ts';
import { messageColumns } from './rows.ts';

/** The reply that a retry of its sending would get tells the message as it is now. */
const rewriteReply = async (tx: Tx, communityId: string, accountId: string, message: Message) => {
  const { commands: c } = tx.t;
  await tx
    .update(c)
    .set({ outcome: { ok: true, value: { message, held: null } } })
    .where(and(eq(c.communityId, communityId), eq(c.actorId, accountId), eq(c.commandId, message.sentAs)));
};

const rewriteQuoting = async (tx: Tx, communityId: string, groupId: string, seq: number) => {
  const { messages: m, residents: r } = tx.t;
  const found = await tx
    .select({ row: messageColumns(tx.t), accountId: r.accountId })
    .from(m)
    .innerJoin(r, and(eq(r.communityId, m.communityId), eq(r.id, m.authorId)))
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.quoteSeq, seq)));
  const shown = await presentMessages(tx, communityId, groupId, found.map(({ row }) => row));
  for (const [i, { accountId }] of found.entries()) {
    if (accountId !== null && shown[i]) await rewriteReply(tx, communityId, accountId, shown[i]);
  }
};

/**
 * What else repeats the words of a recalled message: kept replies to its sending, to those who quoted it and to those who
 * saw it in an answer, and its copy from when it waited for a moderator.
 */
export const eraseTraces = async (tx: Tx, actor: Actor, groupId: string, recalled: Message): Promise<void> => {
  const { communityId, accountId, residentId } = actor;
  const { heldMessages: h } = tx.t;
  // A card has no words, and may have been posted by another command, whose reply is not ours.
  if (recalled.kind !== 'card') await rewriteReply(tx, communityId, accountId, recalled);
  await rewriteQuoting(tx, communityId, groupId, recalled.seq);
  await eraseReplies(tx, communityId, groupId, recalled);
  await tx
    .update(h)
    .set({ input: { kind: recalled.kind }, detail: '' })
    .where(and(eq(h.communityId, communityId), eq(h.authorId, residentId), eq(h.sentAs, recalled.sentAs)));
};
