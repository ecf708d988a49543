import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { CommentView } from '@bandeng/shared/deliberation/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord } from './append-record.ts';
import { lockComment, readComment } from './present-comment.ts';
import { requireAllowed } from './require-allowed.ts';

/** A moderator takes a comment out of sight and says why. The original stays, for its author and for moderators. */
export const hideComment = async (
  input: CommandInput<typeof deliberationApi.hideComment>,
): Promise<Result<CommentView>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const held = await lockComment(tx, actor, params.commentId);
  if (!held) return refuse('not-found');
  const { matter, comment } = held;
  const allowed = await requireAllowed(tx, actor, matter, 'moderate', null, now);
  if (!allowed.ok) return allowed;
  if (comment.hiddenAt !== null) return refuse('comment-hidden');
  const { comments } = tx.t;
  await tx
    .update(comments)
    .set({ hiddenAt: now, hiddenBy: residentId, hiddenReason: body.reason })
    .where(and(eq(comments.communityId, communityId), eq(comments.id, comment.id)));
  const step = { commentId: comment.id, reason: body.reason };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'comment-hidden', actor, body: step, at: now });
  return ok(await readComment(tx, actor, comment.id));
};
