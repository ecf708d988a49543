import type { HeldMessage, MessageInput } from '@bandeng/shared/chat/schemas.ts';
import type { HoldReason } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from '../community/act.ts';
import { attachFiles } from '../platform/files/attach.ts';
import { presentHeld } from './moderation/present-held.ts';

/**
 * Puts a message aside that others may not see yet, as it was sent. Its file belongs to it from now on (owner kind `held`),
 * so that no clearing takes it away and those who decide can look at it.
 * @param input already checked: complete, of one kind, within the rights of its author
 * @param commandId under which the message will be posted
 * @returns refusals of the attachment: not-found, file-attached
 */
export const holdMessage = async (
  { tx, actor, now, newId }: Act,
  group: { readonly id: string },
  input: MessageInput,
  { reason, detail }: { readonly reason: HoldReason; readonly detail: string },
  commandId: string,
): Promise<Result<HeldMessage>> => {
  const { communityId, residentId } = actor;
  const id = newId();
  if (input.fileId !== undefined) {
    const attached = await attachFiles(tx, actor, [input.fileId], { kind: 'held', id });
    if (!attached.ok) return attached;
  }
  const undecided = { status: 'held', decidedBy: null, decidedAt: null, decidedReason: '' };
  const row = { communityId, id, groupId: group.id, authorId: residentId, sentAs: commandId, at: now, reason, detail, ...undecided };
  await tx.insert(tx.t.heldMessages).values({ ...row, input: { ...input } });
  const [held] = await presentHeld(tx, communityId, [{ ...row, input: { ...input } }]);
  if (held === undefined) throw new Error('a message that was just held cannot be shown');
  return ok(held);
};
