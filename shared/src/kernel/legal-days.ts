/** A calendar day 'YYYY-MM-DD' in China Standard Time (UTC+8 all year). Such strings sort as days do. */
export type Day = string;

/** Days off that fall on weekdays or weekends, and weekend days that are worked instead. */
export interface Calendar {
  readonly holidays: ReadonlySet<Day>;
  readonly workdays: ReadonlySet<Day>;
}

/** One row of a calendar table: `off` a holiday, otherwise a make-up workday. */
export interface CalendarRow {
  readonly day: Day;
  readonly off: boolean;
}

/** Both days inclusive; `endsAt` is the first millisecond after `lastDay`. */
export interface Deadline {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly endsAt: number;
}

const msPerDay = 86_400_000;
const offset = 28_800_000;

/** The day in China at an instant (ms since 1970). */
export const dayAt = (ms: number): Day => new Date(ms + offset).toISOString().slice(0, 10);

/** The instant (ms since 1970) at which a day begins in China. */
export const startOfDay = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`) - offset;

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(startOfDay(text)) && dayAt(startOfDay(text)) === text;

export const addDays = (day: Day, days: number): Day => dayAt(startOfDay(day) + days * msPerDay);

/** Rows later in the list win, so a community's own rows can follow the built-in ones. */
export const extendCalendar = (calendar: Calendar, rows: readonly CalendarRow[]): Calendar => {
  const holidays = new Set(calendar.holidays);
  const workdays = new Set(calendar.workdays);
  for (const { day, off } of rows) {
    (off ? holidays : workdays).add(day);
    (off ? workdays : holidays).delete(day);
  }
  return { holidays, workdays };
};

/** Holidays are off, make-up days are worked, other Saturdays and Sundays are off. */
export const isWorkingDay = (day: Day, calendar: Calendar): boolean => {
  if (calendar.holidays.has(day)) return false;
  if (calendar.workdays.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/**
 * A period of whole days. The day on which it starts is not counted [民法典 201]; when the last day is a legal day of
 * rest, the day after the rest is the last [民法典 203(1)]; the last day ends at 24:00 [民法典 203(2)].
 * @param startMs the instant that starts the period, ms since 1970
 * @param days a positive integer
 */
export const deadlineAfterDays = (startMs: number, days: number, calendar: Calendar): Deadline => {
  if (!Number.isSafeInteger(days) || days < 1) throw new Error('a period has one day or more');
  const start = dayAt(startMs);
  let lastDay = addDays(start, days);
  while (!isWorkingDay(lastDay, calendar)) lastDay = addDays(lastDay, 1);
  return { firstDay: addDays(start, 1), lastDay, endsAt: startOfDay(addDays(lastDay, 1)) };
};

/** The anniversary that makes a person `years` old: reached on the birthday itself; 29 February counts from 1 March. */
export const isOfAge = (bornOn: Day, years: number, on: Day): boolean => {
  const birthday = `${String(Number(bornOn.slice(0, 4)) + years).padStart(4, '0')}${bornOn.slice(4)}`;
  return birthday <= on;
};
