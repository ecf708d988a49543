import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { refuseTimes } from '@bandeng/shared/bulletin/status.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { clearTimer, setTimer } from '../platform/jobs/timers.ts';
import { checkScope } from './check-scope.ts';
import { publishTimer, releaseNotice } from './release-notice.ts';
import { replyNotice } from './reply-notice.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';

type PublishNotice = typeof bulletinApi.publishNotice;

/**
 * Puts a draft up now, or has the clock do it. A scheduled one can be given another hour, or be put up at once.
 * Refuses notice-published, time-past, time-too-far, expiry-past, scope-denied.
 */
export const publishNotice = async (input: CommandInput<PublishNotice>): Promise<CommandResult<Reply<PublishNotice>>> => {
  const { tx, actor, params, body, now, deps, commandId } = input;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'publish');
  if (!allowed.ok) return allowed;
  const { notice } = allowed.value;
  const { communityId, id } = notice;
  // The office may be another one than when it was drafted, and the tree too.
  const scope = await checkScope(tx, actor, notice);
  if (!scope.ok) return scope;
  const late = refuseTimes({ at: body.at, expiresAt: notice.expiresAt }, now);
  if (late !== null) return refuse(late, { field: late === 'expiry-past' ? 'expiresAt' : 'at' });
  const { notices: n } = tx.t;
  const here = and(eq(n.communityId, communityId), eq(n.id, id));
  const timer = { communityId, kind: publishTimer, subjectId: id };
  if (body.at === null) {
    await tx.update(n).set(scope.value).where(here);
    await clearTimer(tx, timer);
    await releaseNotice(tx, deps, { ...notice, ...scope.value }, commandId, now);
  } else {
    await tx.update(n).set({ ...scope.value, status: 'scheduled', publishAt: body.at }).where(here);
    await setTimer(tx, { ...timer, dueAt: body.at });
  }
  return replyNotice(tx, actor, id, now);
};
