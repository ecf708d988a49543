import { dayAt, type Day, startOfDay } from '../kernel/legal-days.ts';

const daysBetween = (from: Day, to: Day): number => Math.round((startOfDay(to) - startOfDay(from)) / 86_400_000);

/**
 * '公示第 6 天，共 15 天': the day of posting is day 0 [民法典 201]. `days` is the length in fact, longer than what was asked
 * for when the last day of rest moved on [民法典 203]; once it is over, `day` stays at `days`.
 * @param until ms since 1970: now, or when the notice was taken down
 */
export const noticeDay = (
  notice: { readonly publishedAt: number; readonly lastDay: Day },
  until: number,
): { readonly day: number; readonly days: number } => {
  const posted = dayAt(notice.publishedAt);
  const days = daysBetween(posted, notice.lastDay);
  return { day: Math.max(0, Math.min(days, daysBetween(posted, dayAt(until)))), days };
};
