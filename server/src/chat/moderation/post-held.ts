import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import { appendMessage } from '../append-message.ts';
import { findMembership, type GroupRow } from '../load-group.ts';
import { readContent } from '../read-content.ts';
import { messageFileOwner } from '../read-message-file.ts';
import { inputOf, type HeldRow } from './present-held.ts';

/** Hands the file of a held message on to the message that it becomes. */
const moveFile = async (tx: Tx, { communityId, id }: HeldRow, fileId: string, owner: { kind: string; id: string }) => {
  const { files: f } = tx.t;
  await tx
    .update(f)
    .set({ ownerKind: owner.kind, ownerId: owner.id })
    .where(and(eq(f.communityId, communityId), eq(f.id, fileId), eq(f.ownerKind, 'held'), eq(f.ownerId, id)));
};

/**
 * Posts a held message under the command id it was sent with, as its author's words of now.
 * @param group locked by this write
 * @returns refusals: group-dissolved, author-left, not-found (its file is gone)
 */
export const postHeld = async (tx: Tx, group: GroupRow, held: HeldRow, now: number): Promise<Result<Message>> => {
  const { communityId, authorId, sentAs } = held;
  if (group.dissolvedAt !== null) return refuse('group-dissolved');
  if (!(await findMembership(tx, communityId, group.id, authorId))) return refuse('author-left');
  const input = inputOf(held);
  const content = await readContent(tx, communityId, input);
  if (!content.ok) return content;
  const { kind, text = '', fileId, quoteSeq, mentions, mentionsAll } = input;
  if (fileId !== undefined) await moveFile(tx, held, fileId, messageFileOwner(group.id, group.lastSeq + 1));
  const body = content.value;
  const message = { authorId, sentAs, kind, text, body, quoteSeq, mentions, mentionsAll };
  return ok(await appendMessage(tx, group, message, now));
};
