import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { putReader } from './mark-read.ts';
import { replyNotice } from './reply-notice.ts';
import { lockSeenNotice } from './see-notice.ts';

type Acknowledge = typeof bulletinApi.acknowledgeNotice;

/**
 * Puts down that somebody has taken note of the version in force; doing it again changes nothing.
 * Refuses notice-changed when it was corrected since it was shown, no-ack-asked, notice-withdrawn, notice-not-published.
 */
export const acknowledgeNotice = async (input: CommandInput<Acknowledge>): Promise<CommandResult<Reply<Acknowledge>>> => {
  const { tx, actor, params, body, now } = input;
  const seen = await lockSeenNotice(tx, actor, params.noticeId, now);
  if (!seen) return refuse('not-found');
  const { notice, status, meant } = seen;
  if (status === 'withdrawn') return refuse('notice-withdrawn');
  if (status === 'draft' || status === 'scheduled') return refuse('notice-not-published');
  if (!notice.needsAck || !meant) return refuse('no-ack-asked');
  if (body.version !== notice.version) return refuse('notice-changed', { field: 'version' });
  await putReader(tx, seen, actor.residentId, { read: notice.version, ack: notice.version }, now);
  return replyNotice(tx, actor, notice.id, now);
};
