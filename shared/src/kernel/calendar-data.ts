import { addDays, extendCalendar } from './legal-days.ts';
import type { Calendar, CalendarRow, Day } from './legal-days.ts';

const range = (from: Day, to: Day): CalendarRow[] => {
  const rows: CalendarRow[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) rows.push({ day, off: true });
  return rows;
};
const work = (...days: readonly Day[]): CalendarRow[] => days.map((day) => ({ day, off: false }));

/** Holiday arrangement of the State Council's General Office for 2025. */
const arrangement2025 = [
  ...range('2025-01-01', '2025-01-01'),
  ...range('2025-01-28', '2025-02-04'),
  ...range('2025-04-04', '2025-04-06'),
  ...range('2025-05-01', '2025-05-05'),
  ...range('2025-05-31', '2025-06-02'),
  ...range('2025-10-01', '2025-10-08'),
  ...work('2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'),
];

/** Holiday arrangement of the State Council's General Office for 2026. */
const arrangement2026 = [
  ...range('2026-01-01', '2026-01-03'),
  ...range('2026-02-15', '2026-02-23'),
  ...range('2026-04-04', '2026-04-06'),
  ...range('2026-05-01', '2026-05-05'),
  ...range('2026-06-19', '2026-06-21'),
  ...range('2026-09-25', '2026-09-27'),
  ...range('2026-10-01', '2026-10-07'),
  ...work('2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'),
];

/**
 * 2027: only the statutory days themselves [全国年节及纪念日放假办法 2024 rev., art. 2]: New Year, the eve and three days
 * of Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day. Days moved around them are added
 * as rows once the arrangement of that year is published.
 */
const statutory2027 = [
  ...range('2027-01-01', '2027-01-01'),
  ...range('2027-02-05', '2027-02-08'),
  ...range('2027-04-05', '2027-04-05'),
  ...range('2027-05-01', '2027-05-02'),
  ...range('2027-06-09', '2027-06-09'),
  ...range('2027-09-15', '2027-09-15'),
  ...range('2027-10-01', '2027-10-03'),
];

export const calendarRows: readonly CalendarRow[] = [...arrangement2025, ...arrangement2026, ...statutory2027];

/** Extend it with rows of a community or of later years by `extendCalendar`. */
export const chinaCalendar: Calendar = extendCalendar({ holidays: new Set(), workdays: new Set() }, calendarRows);
