import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { and, eq } from 'drizzle-orm';
import { dropWaiting } from '../outreach/drop-waiting.ts';
import { checkWording } from '../platform/content-check/check-wording.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput, Input } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import { announceDelivery } from './announce-delivery.ts';
import { noticeChannel } from './load-notice.ts';
import { replyNotice } from './reply-notice.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';
import { spread } from './spread.ts';

type WithdrawNotice = typeof bulletinApi.withdrawNotice;

export const checkReason = ({ deps, account, body }: Input<WithdrawNotice>) => checkWording({ deps, account }, body.reason, 'reason');

/** Takes a notice down and says why. Members find it among past ones; the public page shows its title only. */
export const withdrawNotice = async (input: CommandInput<WithdrawNotice>): Promise<CommandResult<Reply<WithdrawNotice>>> => {
  const { tx, actor, params, body, now, deps } = input;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'withdraw');
  if (!allowed.ok) return allowed;
  const { notice } = allowed.value;
  const { communityId, id, version } = notice;
  const { notices: n } = tx.t;
  const withdrawn = { status: 'withdrawn', withdrawnReason: body.reason };
  await tx
    .update(n)
    .set(withdrawn)
    .where(and(eq(n.communityId, communityId), eq(n.id, id)));
  // Nobody is called to what no longer holds.
  await dropWaiting(tx, { communityId, owner: { kind: 'notice', id } }, now);
  await publish(tx, communityId, noticeChannel(id), 'notice-changed', { version, status: 'withdrawn' }, now);
  await announceDelivery(tx, notice, now);
  await spread(tx, deps, { ...notice, ...withdrawn }, 'withdrawn', now);
  return replyNotice(tx, actor, id, now);
};
