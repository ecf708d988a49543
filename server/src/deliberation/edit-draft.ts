import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { attachFiles } from './attach-files.ts';
import { contentColumns } from './content.ts';
import { headChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';

type EditDraft = typeof deliberationApi.editDraft;

/** Replaces the text of a draft. Whoever edits an older revision than the stored one is told, and loses nothing. */
export const editDraft = async (input: CommandInput<EditDraft>): Promise<CommandResult<Reply<EditDraft>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'draft') return refuse('matter-not-draft');
  const allowed = await requireAllowed(tx, actor, matter, 'edit-draft', null, now);
  if (!allowed.ok) return allowed;
  if (matter.revision !== body.revision) return refuse('version-conflict', { field: 'revision' });
  const attached = await attachFiles(tx, communityId, residentId, body.fileIds, { kind: 'matter', id: matter.id });
  if (!attached.ok) return attached;
  await tx
    .update(tx.t.matters)
    .set({ ...contentColumns(body), revision: matter.revision + 1, touchedAt: now })
    .where(and(eq(tx.t.matters.communityId, communityId), eq(tx.t.matters.id, matter.id)));
  return ok(await matterReply(tx, actor, matter.id, [await headChanged(tx, communityId, matter.id)], now));
};
