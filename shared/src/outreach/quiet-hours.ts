import { addDays, dayAt, startOfDay } from '../kernel/legal-days.ts';
import { quietHours, type OutreachCategory } from './vocabulary.ts';

const hourMs = 3_600_000;

/** Whether it is night in China: nobody is woken but in an emergency. */
export const isQuiet = (ms: number): boolean => {
  const sinceMidnight = ms - startOfDay(dayAt(ms));
  return sinceMidnight >= quietHours.fromHour * hourMs || sinceMidnight < quietHours.untilHour * hourMs;
};

/** The first instant from `ms` on (ms since 1970) at which something of this category may go out. */
export const sendableFrom = (ms: number, category: OutreachCategory): number => {
  if (category === 'urgent' || !isQuiet(ms)) return ms;
  const today = dayAt(ms);
  const morning = startOfDay(today) + quietHours.untilHour * hourMs;
  return ms < morning ? morning : startOfDay(addDays(today, 1)) + quietHours.untilHour * hourMs;
};
