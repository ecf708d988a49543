import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { checkWording } from '../platform/content-check/check-wording.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput, Input } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import { announceDelivery } from './announce-delivery.ts';
import { noticeChannel } from './load-notice.ts';
import { attachNoticeFiles } from './media-checked.ts';
import { replyNotice } from './reply-notice.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';
import { renewWords, spread } from './spread.ts';

type CorrectNotice = typeof bulletinApi.correctNotice;

export const checkCorrection = ({ deps, account, body }: Input<CorrectNotice>) =>
  checkWording({ deps, account }, [body.title, body.body, body.change].join('\n'), 'body');

/**
 * Puts a new version in force. Whoever read or acknowledged an older one has not read this one, and is told. Every version
 * stays readable. Refuses notice-changed when somebody else corrected it meanwhile, notice-withdrawn, notice-expired.
 */
export const correctNotice = async (input: CommandInput<CorrectNotice>): Promise<CommandResult<Reply<CorrectNotice>>> => {
  const { tx, actor, params, body, now, deps } = input;
  const { communityId, residentId } = actor;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'correct');
  if (!allowed.ok) return allowed;
  const { notice } = allowed.value;
  if (body.version !== notice.version) return refuse('notice-changed', { field: 'version' });
  const attached = await attachNoticeFiles(input, notice.id, body.fileIds);
  if (!attached.ok) return attached;
  const version = notice.version + 1;
  const text = { title: body.title, body: body.body, fileIds: body.fileIds, change: body.change };
  await tx.insert(tx.t.noticeVersions).values({ ...text, communityId, noticeId: notice.id, version, at: now, byId: residentId });
  const { notices: n } = tx.t;
  await tx
    .update(n)
    .set({ version })
    .where(and(eq(n.communityId, communityId), eq(n.id, notice.id)));
  await publish(tx, communityId, noticeChannel(notice.id), 'notice-changed', { version, status: 'published' }, now);
  await announceDelivery(tx, notice, now);
  await renewWords(tx, { ...notice, version }, now);
  await spread(tx, deps, { ...notice, version }, 'corrected', now);
  return replyNotice(tx, actor, notice.id, now);
};
