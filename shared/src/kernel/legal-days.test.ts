import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarRows, chinaCalendar } from './calendar-data.ts';
import {
  addDays,
  dayAt,
  deadlineAfterDays,
  extendCalendar,
  isDay,
  isOfAge,
  isWorkingDay,
  startOfDay,
} from './legal-days.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const instants = fc.integer({ min: at('2025-01-01T00:00:00'), max: at('2028-12-31T23:59:59') });
const lengths = fc.integer({ min: 1, max: 90 });
const inChina = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const weekdayInChina = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', weekday: 'short' });

/** Independent definition: walk noon by noon with the platform's own time zone data. */
const walk = (startMs: number, days: number): { firstDay: string; lastDay: string } => {
  const noon = Date.parse(`${inChina.format(startMs)}T12:00:00+08:00`);
  const free = (ms: number): boolean => {
    const row = calendarRows.find(({ day }) => day === inChina.format(ms));
    return row === undefined ? ['Sat', 'Sun'].includes(weekdayInChina.format(ms)) : row.off;
  };
  let last = noon + days * 864e5;
  while (free(last)) last += 864e5;
  return { firstDay: inChina.format(noon + 864e5), lastDay: inChina.format(last) };
};

describe('days in China', () => {
  it('agree with the time zone database', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        expect(dayAt(ms)).toBe(inChina.format(ms));
        expect(startOfDay(dayAt(ms))).toBeLessThanOrEqual(ms);
        expect(startOfDay(addDays(dayAt(ms), 1))).toBeGreaterThan(ms);
      }),
    );
  });
  it('turn at 16:00 UTC', () => {
    expect(dayAt(Date.parse('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20');
    expect(dayAt(Date.parse('2026-11-20T16:00:00.000Z'))).toBe('2026-11-21');
  });
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
    ['2026-11-21T00', false],
  ])('isDay(%s) → %s', (text, expected) => expect(isDay(text)).toBe(expected));
});

describe('deadlineAfterDays', () => {
  it.each([
    // plain; a weekend end moves to Monday; a make-up Saturday does not move; through the October holiday to the 8th
    ['2026-11-02T09:00:00', 15, '2026-11-03', '2026-11-17'],
    ['2026-11-06T23:59:59', 15, '2026-11-07', '2026-11-23'],
    ['2026-09-25T10:00:00', 15, '2026-09-26', '2026-10-10'],
    ['2026-09-18T10:00:00', 15, '2026-09-19', '2026-10-08'],
    ['2026-02-11T10:00:00', 3, '2026-02-12', '2026-02-14'],
    ['2026-02-11T10:00:00', 4, '2026-02-12', '2026-02-24'],
    ['2026-12-29T10:00:00', 3, '2026-12-30', '2027-01-04'],
  ])('from %s, %i days → %s to %s', (start, days, firstDay, lastDay) => {
    const deadline = deadlineAfterDays(at(start), days, chinaCalendar);
    expect(deadline).toEqual({ firstDay, lastDay, endsAt: at(`${addDays(lastDay, 1)}T00:00:00`) });
  });
  it('agrees with walking day by day', () => {
    fc.assert(
      fc.property(instants, lengths, (ms, days) => {
        expect(deadlineAfterDays(ms, days, chinaCalendar)).toMatchObject(walk(ms, days));
      }),
    );
  });
  it('is never earlier than the plain count, ends on a working day at 24:00', () => {
    fc.assert(
      fc.property(instants, lengths, (ms, days) => {
        const { lastDay, endsAt } = deadlineAfterDays(ms, days, chinaCalendar);
        expect(lastDay >= addDays(dayAt(ms), days)).toBe(true);
        expect(isWorkingDay(lastDay, chinaCalendar)).toBe(true);
        expect(dayAt(endsAt - 1)).toBe(lastDay);
        expect(dayAt(endsAt)).toBe(addDays(lastDay, 1));
        expect(endsAt - ms).toBeGreaterThanOrEqual(days * 864e5);
      }),
    );
  });
  it('is monotone in the start and in the length', () => {
    fc.assert(
      fc.property(
        instants,
        fc.nat(30 * 864e5),
        lengths,
        fc.nat(30),
        (ms, later, days, more) =>
          deadlineAfterDays(ms, days, chinaCalendar).endsAt <=
          deadlineAfterDays(ms + later, days + more, chinaCalendar).endsAt,
      ),
    );
  });
  it.each([0, -1, 1.5, NaN])('when the length is %s → throws', (days) =>
    expect(() => deadlineAfterDays(0, days, chinaCalendar)).toThrow(),
  );
});

describe('calendar', () => {
  it('holds real days, none twice, and make-up days only on weekends', () => {
    expect(new Set(calendarRows.map(({ day }) => day)).size).toBe(calendarRows.length);
    for (const { day, off } of calendarRows) {
      expect(isDay(day)).toBe(true);
      if (!off) expect(['Sat', 'Sun']).toContain(weekdayInChina.format(startOfDay(day)));
    }
  });
  it('when a year is fully arranged → days off on weekdays beyond the statutory ones are made up', () => {
    const weekday = (day: string): boolean => !['Sat', 'Sun'].includes(weekdayInChina.format(startOfDay(day)));
    for (const year of ['2025', '2026']) {
      const rows = calendarRows.filter(({ day }) => day.startsWith(year));
      const takenWeekdays = rows.filter(({ day, off }) => off && weekday(day)).length;
      const madeUp = rows.filter(({ off }) => !off).length;
      // 13 statutory days a year since 2025; the ones on a weekend are made good by a weekday off.
      expect(takenWeekdays - madeUp).toBe(13);
    }
  });
  it('when rows are added → the later row wins', () => {
    const extended = extendCalendar(chinaCalendar, [
      { day: '2026-10-10', off: true },
      { day: '2026-11-21', off: false },
      { day: '2026-11-22', off: false },
      { day: '2026-11-22', off: true },
    ]);
    expect(['2026-10-10', '2026-11-21', '2026-11-22'].map((day) => isWorkingDay(day, extended))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isWorkingDay('2026-10-10', chinaCalendar)).toBe(true);
  });
});

describe('isOfAge', () => {
  it.each([
    ['2008-11-21', '2026-11-21', true],
    ['2008-11-22', '2026-11-21', false],
    ['2008-02-29', '2026-02-28', false],
    ['2008-02-29', '2026-03-01', true],
  ])('born %s, on %s → %s', (born, on, expected) => expect(isOfAge(born, 18, on)).toBe(expected));
});
