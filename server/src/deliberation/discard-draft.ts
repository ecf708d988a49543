import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';

type DiscardDraft = typeof deliberationApi.discardDraft;

/** Deletes a draft that nobody outside its authors has acted on. Its files belong to nothing again and are pruned. */
export const discardDraft = async (input: CommandInput<DiscardDraft>): Promise<CommandResult<Reply<DiscardDraft>>> => {
  const { tx, actor, params, now } = input;
  const { communityId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'draft') return refuse('matter-not-draft');
  const allowed = await requireAllowed(tx, actor, matter, 'discard-draft', null, now);
  if (!allowed.ok) return allowed;
  const { matters, coauthors, files } = tx.t;
  await tx.delete(coauthors).where(and(eq(coauthors.communityId, communityId), eq(coauthors.matterId, matter.id)));
  await tx.delete(matters).where(and(eq(matters.communityId, communityId), eq(matters.id, matter.id)));
  await tx
    .update(files)
    .set({ ownerKind: null, ownerId: null })
    .where(and(eq(files.communityId, communityId), eq(files.ownerKind, 'matter'), eq(files.ownerId, matter.id)));
  return ok({ done: true as const });
};
