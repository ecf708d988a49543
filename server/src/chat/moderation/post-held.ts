import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import { appendMessage } from '../append-message.ts';
import { findMembership, type GroupRow } from '../load-group.ts';
import type { MessageBody } from '../tables.ts';
import { inputOf, type HeldRow } from './present-held.ts';

/** Hands the file of a held message on to the message that it becomes. */
const moveFile = async (tx: Tx, held: HeldRow, fileId: string, ownerId: string): Promise<Result<MessageBody>> => {
  const { files: f } = tx.t;
  const [file] = await tx
    .update(f)
    .set({ ownerKind: 'message', ownerId })
    .where(and(eq(f.communityId, held.communityId), eq(f.id, fileId), eq(f.ownerKind, 'held'), eq(f.ownerId, held.id)))
    .returning();
  if (file === undefined) return refuse('not-found', { field: 'files' });
  const { id, name: fileName, type: fileType, size: fileSize, width, height, durationMs } = file;
  const sized = width === null || height === null ? {} : { width, height };
  const timed = durationMs === null ? {} : { durationMs };
  return ok({ fileId: id, fileName, fileType, fileSize, ...sized, ...timed });
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
  const { kind, text = '', fileId, card, quoteSeq, mentions, mentionsAll } = inputOf(held);
  let body: MessageBody = card === undefined ? {} : { cardKind: card.kind, cardId: card.id };
  if (fileId !== undefined) {
    const moved = await moveFile(tx, held, fileId, `${group.id}.${group.lastSeq + 1}`);
    if (!moved.ok) return moved;
    body = moved.value;
  }
  const message = { authorId, sentAs, kind, text, body, quoteSeq, mentions, mentionsAll };
  return ok(await appendMessage(tx, group, message, now));
};
