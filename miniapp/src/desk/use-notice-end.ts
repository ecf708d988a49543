import { communityApi } from '@bandeng/shared/community/api.ts';
import { disclosureEnd } from '@bandeng/shared/deliberation/disclosure.ts';
import { chinaCalendar } from '@bandeng/shared/kernel/calendar-data.ts';
import { extendCalendar, type Deadline } from '@bandeng/shared/kernel/legal-days.ts';
import { useMemo } from 'react';
import { dayOf } from '@/i18n/when';
import { useQuery } from '@/platform/query';

/**
 * When a notice that goes up now for so many days comes down, counted by the shared rule with the community's calendar.
 * Null without a number of days, or until the calendar is there.
 */
export const useNoticeEnd = (communityId: string, days: number | null, now: number): Deadline | null => {
  const year = Number(dayOf(now).slice(0, 4));
  const params = { communityId };
  const thisYear = useQuery(communityApi.listCalendarDays, { params, query: { year } });
  const nextYear = useQuery(communityApi.listCalendarDays, { params, query: { year: year + 1 } });
  const [a, b] = [thisYear.data?.days, nextYear.data?.days];
  return useMemo(() => {
    if (days === null || a === undefined || b === undefined) return null;
    return disclosureEnd(now, days, extendCalendar(chinaCalendar, [...a, ...b]));
  }, [days, a, b, now]);
};
