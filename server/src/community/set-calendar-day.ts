import type { CalendarDay } from '@bandeng/shared/community/schemas.ts';
import { isDay } from '@bandeng/shared/kernel/legal-days.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from './act.ts';
import { writeLog } from './write-log.ts';

/** Adds a holiday or a make-up workday to the legal calendar, or corrects one. Refuses bad-request (no such day). */
export const setCalendarDay = async (
  { tx, actor, now, newId }: Act,
  { day, off, note }: CalendarDay,
): Promise<Result<{ done: true }>> => {
  if (!isDay(day)) return refuse('bad-request', { field: 'day' });
  const { communityId, residentId: byId } = actor;
  const { calendarDays: d } = tx.t;
  await tx
    .insert(d)
    .values({ communityId, day, off, note })
    .onConflictDoUpdate({ target: [d.communityId, d.day], set: { off, note } });
  await writeLog(tx, newId, {
    communityId,
    at: now,
    byId,
    kind: 'calendar-changed',
    subjectId: day,
    body: { off, note },
  });
  return ok({ done: true });
};
