import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { refuseTimes } from '@bandeng/shared/bulletin/status.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { checkScope } from './check-scope.ts';
import { noticeColumns } from './create-notice.ts';
import { attachNoticeFiles } from './media-checked.ts';
import { replyNotice } from './reply-notice.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';

type EditNotice = typeof bulletinApi.editNotice;

/** Replaces what was drafted, also while it waits for its hour. Refusals as of a new one, and notice-published. */
export const editNotice = async (input: CommandInput<EditNotice>): Promise<CommandResult<Reply<EditNotice>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'edit');
  if (!allowed.ok) return allowed;
  const { notice } = allowed.value;
  const scope = await checkScope(tx, actor, body);
  if (!scope.ok) return scope;
  const late = refuseTimes({ at: notice.publishAt, expiresAt: body.expiresAt }, now);
  if (late !== null) return refuse(late, { field: 'expiresAt' });
  const attached = await attachNoticeFiles(input, notice.id, body.fileIds);
  if (!attached.ok) return attached;
  const { notices: n, noticeVersions: v } = tx.t;
  await tx
    .update(n)
    .set({ ...noticeColumns(body), ...scope.value })
    .where(and(eq(n.communityId, communityId), eq(n.id, notice.id)));
  await tx
    .update(v)
    .set({ title: body.title, body: body.body, fileIds: body.fileIds, at: now, byId: residentId })
    .where(and(eq(v.communityId, communityId), eq(v.noticeId, notice.id), eq(v.version, notice.version)));
  return replyNotice(tx, actor, notice.id, now);
};
