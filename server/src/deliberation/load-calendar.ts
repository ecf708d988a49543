import { chinaCalendar } from '@bandeng/shared/kernel/calendar-data.ts';
import { type Calendar, extendCalendar } from '@bandeng/shared/kernel/legal-days.ts';
import { eq } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

/** The legal calendar with the days that the community itself has added. */
export const loadCalendar = async (db: Db, communityId: string): Promise<Calendar> => {
  const { calendarDays } = db.t;
  const rows = await db
    .select({ day: calendarDays.day, off: calendarDays.off })
    .from(calendarDays)
    .where(eq(calendarDays.communityId, communityId));
  return extendCalendar(chinaCalendar, rows);
};
