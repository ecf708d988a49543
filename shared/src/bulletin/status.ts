import { noticeLimits, type NoticeStatus } from './vocabulary.ts';

/** What the clock makes of a stored status: a published notice is expired from `expiresAt` on. Times in ms since 1970. */
export const noticeStatus = (stored: Exclude<NoticeStatus, 'expired'>, expiresAt: number | null, now: number): NoticeStatus =>
  stored === 'published' && expiresAt !== null && expiresAt <= now ? 'expired' : stored;

/**
 * Whether a notice may be published at a time.
 * @param at ms since 1970; null for now
 * @returns the refusal's code, or null
 */
export const refuseTimes = (
  { at, expiresAt }: { readonly at: number | null; readonly expiresAt: number | null },
  now: number,
): 'time-past' | 'time-too-far' | 'expiry-past' | null => {
  if (at !== null && at <= now) return 'time-past';
  if (at !== null && at - now > noticeLimits.aheadMs) return 'time-too-far';
  return expiresAt !== null && expiresAt <= (at ?? now) ? 'expiry-past' : null;
};

/** When the next reminder may go out, ms since 1970; null: now. */
export const nextReminder = (lastReminderAt: number | null, now: number): number | null =>
  lastReminderAt !== null && now - lastReminderAt < noticeLimits.reminderGapMs ? lastReminderAt + noticeLimits.reminderGapMs : null;

/** When the people of one door may be reminded again: neither their own reminder nor the one to all lies too short behind. */
export const nextDoorReminder = (own: number | null, toAll: number | null, now: number): number | null =>
  nextReminder(own === null || toAll === null ? (own ?? toAll) : Math.max(own, toAll), now);
