import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../kernel/calendar-data.ts';
import { deadlineAfterDays, startOfDay } from '../kernel/legal-days.ts';
import { noticeDay } from './notice-day.ts';

const at = (day: string, hour = 10) => startOfDay(day) + hour * 3_600_000;

describe('noticeDay', () => {
  const publishedAt = at('2026-11-02');
  const notice = { publishedAt, ...deadlineAfterDays(publishedAt, 15, chinaCalendar) };

  it('counts the day of posting as day 0 and reaches the last day', () => {
    expect(noticeDay(notice, at('2026-11-02', 23))).toEqual({ day: 0, days: 15 });
    expect(noticeDay(notice, at('2026-11-08', 0))).toEqual({ day: 6, days: 15 });
    expect(noticeDay(notice, at('2026-11-17', 23))).toEqual({ day: 15, days: 15 });
    expect(noticeDay(notice, at('2026-12-24'))).toEqual({ day: 15, days: 15 });
  });

  it('is as long as the notice in fact: a last day in the National Day holiday moves to the 8th', () => {
    const september = at('2026-09-20');
    expect(noticeDay({ publishedAt: september, ...deadlineAfterDays(september, 15, chinaCalendar) }, september)).toEqual({
      day: 0,
      days: 18,
    });
  });
});
