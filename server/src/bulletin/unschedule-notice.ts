import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { clearTimer } from '../platform/jobs/timers.ts';
import { publishTimer } from './release-notice.ts';
import { replyNotice } from './reply-notice.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';

type UnscheduleNotice = typeof bulletinApi.unscheduleNotice;

/** Makes a draft of what waits for its hour. Refuses notice-not-scheduled, notice-published. */
export const unscheduleNotice = async (input: CommandInput<UnscheduleNotice>): Promise<CommandResult<Reply<UnscheduleNotice>>> => {
  const { tx, actor, params, now } = input;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'unschedule');
  if (!allowed.ok) return allowed;
  const { communityId, id } = allowed.value.notice;
  const { notices: n } = tx.t;
  await tx
    .update(n)
    .set({ status: 'draft', publishAt: null })
    .where(and(eq(n.communityId, communityId), eq(n.id, id)));
  await clearTimer(tx, { communityId, kind: publishTimer, subjectId: id });
  return replyNotice(tx, actor, id, now);
};
