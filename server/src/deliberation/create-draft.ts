import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { attachFiles } from './attach-files.ts';
import { contentColumns } from './content.ts';
import { headChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';

type CreateDraft = typeof deliberationApi.createDraft;

/** Begins a draft that only its authors and those who prepare matters see. Its record begins when it is submitted. */
export const createDraft = async (input: CommandInput<CreateDraft>): Promise<CommandResult<Reply<CreateDraft>>> => {
  const { tx, actor, body, now } = input;
  const { communityId, residentId } = actor;
  const id = input.newId();
  const attached = await attachFiles(tx, communityId, residentId, body.fileIds, { kind: 'matter', id });
  if (!attached.ok) return attached;
  await tx.insert(tx.t.matters).values({
    ...contentColumns(body),
    communityId,
    id,
    number: '',
    status: 'draft',
    stageId: null,
    version: 1,
    revision: 1,
    proposerId: residentId,
    workflowId: fourTwo.id,
    workflowVersion: fourTwo.version,
    rules: null,
    reason: '',
    comments: 0,
    createdAt: now,
    touchedAt: now,
  });
  return ok({ id, ...(await matterReply(tx, actor, id, [await headChanged(tx, communityId, id)], now)) });
};
