import { reachedOf } from '@bandeng/shared/bulletin/delivery.ts';
import type { Delivery, DeliveryCounts } from '@bandeng/shared/bulletin/schemas.ts';

export const countMissing = (counts: DeliveryCounts, needsAck: boolean): number =>
  counts.dwellings - reachedOf(counts, needsAck);

/** Dwellings not reached in which somebody has an account: those that a reminder can reach. */
export const countRemindable = (counts: DeliveryCounts, needsAck: boolean): number =>
  counts.notReached + (needsAck ? counts.read : 0);

export type RemindState = 'ready' | 'later' | 'nobody' | 'over';

/** Whether a reminder can go out now, and if not, why. */
export const remindState = (
  { allowed, notice, total, reminder, nextReminderAt }: Delivery,
  now: number,
): RemindState => {
  if (notice.status !== 'published' || !allowed.includes('remind')) return 'over';
  if (countRemindable(total, notice.needsAck) === 0 && reminder.people === 0) return 'nobody';
  return nextReminderAt !== null && nextReminderAt > now ? 'later' : 'ready';
};
