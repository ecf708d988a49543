import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { clearTimer } from '../platform/jobs/timers.ts';
import { publishTimer } from './release-notice.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';

type DiscardNotice = typeof bulletinApi.discardNotice;

/** Takes away what never went out, without a trace: nobody else has seen it. Its files are nobody's from then on. */
export const discardNotice = async (input: CommandInput<DiscardNotice>): Promise<CommandResult<Reply<DiscardNotice>>> => {
  const { tx, actor, params, now } = input;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'discard');
  if (!allowed.ok) return allowed;
  const { communityId, id } = allowed.value.notice;
  const { notices: n, noticeVersions: v } = tx.t;
  await tx.delete(v).where(and(eq(v.communityId, communityId), eq(v.noticeId, id)));
  await tx.delete(n).where(and(eq(n.communityId, communityId), eq(n.id, id)));
  await clearTimer(tx, { communityId, kind: publishTimer, subjectId: id });
  return ok({ done: true });
};
