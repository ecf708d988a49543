import { addDays, dayAt, startOfDay } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq, exists, gt, isNotNull, isNull, or } from 'drizzle-orm';
import { everybody, syncGroupsTimer } from '../../community/standing-changed.ts';
import type { TimerHandler } from '../../platform/jobs/timer-handler.ts';
import { setTimer } from '../../platform/jobs/timers.ts';
import type { Tx } from '../../platform/store/store.ts';
import { refreshGroups } from './refresh-groups.ts';
import { syncMembers } from './sync-members.ts';

/** People in one write: some tenths of a second at most, so that other people's commands hardly wait. */
const chunk = 100;
const oneMinute = 60_000;

/** Subject of the timer that goes on after a resident; no id holds a dot. */
const goOn = 'after.';

/** Seats and duties begin and end by day: shortly after midnight in China everybody is looked at again. */
const nextRound = (now: number): number => {
  const today = startOfDay(dayAt(now)) + oneMinute;
  return now < today ? today : startOfDay(addDays(dayAt(now), 1)) + oneMinute;
};

/** The next people who have an account, or are in a group without one. */
const findPeople = async (tx: Tx, communityId: string, after: string): Promise<string[]> => {
  const { residents: r, groupMembers: m } = tx.t;
  const inGroups = tx
    .select({ id: m.groupId })
    .from(m)
    .where(and(eq(m.communityId, r.communityId), eq(m.residentId, r.id), isNull(m.leftAt)));
  const rows = await tx
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.communityId, communityId), gt(r.id, after), or(isNotNull(r.accountId), exists(inGroups))))
    .orderBy(asc(r.id))
    .limit(chunk);
  return rows.map(({ id }) => id);
};

const syncFrom = async (tx: Tx, communityId: string, after: string, now: number): Promise<void> => {
  const people = await findPeople(tx, communityId, after);
  await syncMembers(tx, communityId, people, now);
  const last = people.at(-1);
  if (last === undefined || people.length < chunk) return;
  await setTimer(tx, { communityId, kind: syncGroupsTimer, subjectId: `${goOn}${last}`, dueAt: now });
};

/** Lets the groups follow the register: one resident, or the whole community some people at a time, every day anew. */
export const syncGroups: TimerHandler = {
  lock: ({ communityId }) => `community:${communityId}`,
  run: async (tx, { communityId, subjectId }, { now }) => {
    if (subjectId.startsWith(goOn)) return syncFrom(tx, communityId, subjectId.slice(goOn.length), now);
    if (subjectId !== everybody) return syncMembers(tx, communityId, [subjectId], now);
    await refreshGroups(tx, communityId, now);
    await syncFrom(tx, communityId, '', now);
    await setTimer(tx, { communityId, kind: syncGroupsTimer, subjectId: everybody, dueAt: nextRound(now) });
  },
};
