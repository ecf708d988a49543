import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from '../../community/act.ts';
import { lockGroup } from '../load-group.ts';
import { findMessage } from '../load-message.ts';

/**
 * The author of a deleted message asks for a second look, once; having left the group meanwhile does not matter.
 * Refuses not-found (also for another's message), not-deleted, already-appealed.
 */
export const appealDeletion = async (
  { tx, actor, now, newId }: Act,
  input: { readonly groupId: string; readonly seq: number; readonly text: string },
): Promise<Result<{ done: true }>> => {
  const { communityId, residentId } = actor;
  const { groupId, seq, text } = input;
  const group = await lockGroup(tx, communityId, groupId);
  const message = group && (await findMessage(tx, communityId, groupId, seq));
  if (message?.authorId !== residentId) return refuse('not-found');
  if (message.state !== 'deleted') return refuse('not-deleted');
  const { messageAppeals: a } = tx.t;
  const [made] = await tx
    .select({ id: a.id })
    .from(a)
    .where(and(eq(a.communityId, communityId), eq(a.groupId, groupId), eq(a.seq, seq)));
  if (made !== undefined) return refuse('already-appealed');
  const open = { status: 'open', decidedBy: null, decidedAt: null, reason: '' };
  await tx.insert(a).values({ communityId, id: newId(), groupId, seq, byId: residentId, text, at: now, ...open });
  return ok({ done: true });
};
