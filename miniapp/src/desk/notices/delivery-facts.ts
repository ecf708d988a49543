import { reachedOf, remindableOf } from '@bandeng/shared/bulletin/delivery.ts';
import type { Delivery, DeliveryCounts } from '@bandeng/shared/bulletin/schemas.ts';

export const countMissing = (counts: DeliveryCounts, needsAck: boolean): number =>
  counts.dwellings - reachedOf(counts, needsAck);

/** Dwellings that a reminder to all concerns now: not those that were reminded by themselves lately. */
export const countRemindable = ({ units }: Pick<Delivery, 'units'>): number =>
  units.reduce((sum, { remindable }) => sum + remindable, 0);

/** When there is somebody to remind again; null: now. */
export const nextRemindable = ({ nextReminderAt, units }: Delivery): number | null => {
  if (nextReminderAt !== null || countRemindable({ units }) > 0) return nextReminderAt;
  const moments = units.flatMap((unit) => unit.nextReminderAt ?? []);
  return moments.length === 0 ? null : Math.min(...moments);
};

export type RemindState = 'ready' | 'later' | 'nobody' | 'over';

/** Whether a reminder can go out now, and if not, why. */
export const remindState = (delivery: Delivery, now: number): RemindState => {
  const { allowed, notice, total, reminder } = delivery;
  if (notice.status !== 'published' || !allowed.includes('remind')) return 'over';
  if (remindableOf(total, notice.needsAck) === 0 && reminder.people === 0) return 'nobody';
  const next = nextRemindable(delivery);
  return next !== null && next > now ? 'later' : 'ready';
};
