import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { CommentView } from '@bandeng/shared/deliberation/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, sql } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord, sha256 } from './append-record.ts';
import { readComment } from './present-comment.ts';
import { publicRole } from './public-role.ts';
import { publishMatterEvents } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';

/** Opinions are asked for at every stage. The speaker's role of the moment is kept with the words. */
export const addComment = async (
  input: CommandInput<typeof deliberationApi.addComment>,
): Promise<Result<CommentView>> => {
  const { tx, actor, params, body, now, newId } = input;
  const { communityId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  const allowed = await requireAllowed(tx, actor, matter, 'comment', null, now);
  if (!allowed.ok) return allowed;
  const { comments, matters } = tx.t;
  const id = newId();
  await tx.insert(comments).values({
    communityId,
    id,
    matterId: matter.id,
    stageId: body.stageId,
    byId: actor.residentId,
    role: publicRole(actor.roles),
    text: body.text,
    at: now,
    hiddenAt: null,
    hiddenBy: null,
    hiddenReason: '',
  });
  await tx
    .update(matters)
    .set({ comments: sql`${matters.comments} + 1` })
    .where(and(eq(matters.communityId, communityId), eq(matters.id, matter.id)));
  // The record is open to all, so it binds the words without repeating them: a comment may be hidden later.
  const step = { commentId: id, stageId: body.stageId ?? '', text: sha256(`${id}\n${body.text}`) };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'comment-added', actor, body: step, at: now });
  const counted = { type: 'CommentsChanged', comments: matter.comments + 1 } as const;
  await publishMatterEvents(tx, communityId, matter.id, [counted], now);
  return ok(await readComment(tx, actor, id));
};
