import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { nextReminder } from '@bandeng/shared/bulletin/status.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { countReachable } from '../outreach/reach.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { announceDelivery } from './announce-delivery.ts';
import { listRemindedPeople } from './door-reminders.ts';
import { listLate, placesSeen } from './get-delivery.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';
import { outreachCategory, spread } from './spread.ts';

type RemindReaders = typeof bulletinApi.remindReaders;

/**
 * Reminds everybody who has not done what the notice asks for. Says how many have an account, and how many are reached
 * outside the app; who was reminded by the own door lately is passed by. Refuses reminded-lately with the time of the
 * next in `nextAt`, nobody-missing, nobody-registered.
 */
export const remindReaders = async (input: CommandInput<RemindReaders>): Promise<CommandResult<Reply<RemindReaders>>> => {
  const { tx, actor, params, deps, now } = input;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'remind');
  if (!allowed.ok) return allowed;
  const { notice } = allowed.value;
  const nextAt = nextReminder(notice.lastReminderAt, now);
  if (nextAt !== null) return refuse('reminded-lately', { details: { nextAt } });
  const late = await listLate(tx, notice, await placesSeen(tx, allowed.value), now);
  if (late.length === 0) return refuse('nobody-missing');
  const lately = await listRemindedPeople(tx, notice, now);
  const due = late.filter(({ id }) => !lately.has(id));
  const ids = due.map(({ id }) => id);
  const reached = await countReachable(tx, deps, notice.communityId, ids, outreachCategory(notice));
  const people = due.filter(({ accountId }) => accountId !== null).length;
  if (people + reached.sms === 0) return refuse(due.length < late.length ? 'reminded-lately' : 'nobody-registered');
  const { notices: n } = tx.t;
  await tx
    .update(n)
    .set({ lastReminderAt: now })
    .where(and(eq(n.communityId, notice.communityId), eq(n.id, notice.id)));
  await announceDelivery(tx, notice, now);
  await spread(tx, deps, { ...notice, lastReminderAt: now }, 'reminder', now);
  return ok({ people, ...reached });
};
