import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { headChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';

type RemoveCoauthor = typeof deliberationApi.removeCoauthor;

/** By the proposer, or by the co-author who steps back. */
export const removeCoauthor = async (
  input: CommandInput<RemoveCoauthor>,
): Promise<CommandResult<Reply<RemoveCoauthor>>> => {
  const { tx, actor, params, now } = input;
  const { communityId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'draft') return refuse('matter-not-draft');
  if (params.residentId !== actor.residentId) {
    const allowed = await requireAllowed(tx, actor, matter, 'invite-coauthor', null, now);
    if (!allowed.ok) return allowed;
  }
  const { coauthors } = tx.t;
  const removed = await tx
    .delete(coauthors)
    .where(
      and(
        eq(coauthors.communityId, communityId),
        eq(coauthors.matterId, matter.id),
        eq(coauthors.residentId, params.residentId),
      ),
    )
    .returning({ residentId: coauthors.residentId });
  if (removed.length === 0) return refuse('not-found', { field: 'residentId' });
  return ok(await matterReply(tx, actor, matter.id, [await headChanged(tx, communityId, matter.id)], now));
};
