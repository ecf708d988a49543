import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { CommentView } from '@bandeng/shared/deliberation/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord } from './append-record.ts';
import { lockComment, readComment } from './present-comment.ts';
import { requireAllowed } from './require-allowed.ts';

/** Brings a hidden comment back. That it was hidden, and why, stays in the record. */
export const restoreComment = async (
  input: CommandInput<typeof deliberationApi.restoreComment>,
): Promise<Result<CommentView>> => {
  const { tx, actor, params, now } = input;
  const { communityId } = actor;
  const held = await lockComment(tx, actor, params.commentId);
  if (!held) return refuse('not-found');
  const { matter, comment } = held;
  const allowed = await requireAllowed(tx, actor, matter, 'moderate', null, now);
  if (!allowed.ok) return allowed;
  if (comment.hiddenAt === null) return refuse('comment-visible');
  const { comments } = tx.t;
  await tx
    .update(comments)
    .set({ hiddenAt: null, hiddenBy: null, hiddenReason: '' })
    .where(and(eq(comments.communityId, communityId), eq(comments.id, comment.id)));
  const step = { commentId: comment.id };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'comment-restored', actor, body: step, at: now });
  return ok(await readComment(tx, actor, comment.id));
};
