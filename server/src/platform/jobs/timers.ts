import { and, eq, lte } from 'drizzle-orm';
import type { Tx } from '../store/store.ts';
import type { Timer } from './timer-handler.ts';

type TimerKey = Pick<Timer, 'communityId' | 'kind' | 'subjectId'>;

export const isTimer = (tx: Pick<Tx, 't'>, { communityId, kind, subjectId }: TimerKey) => {
  const { timers } = tx.t;
  return and(eq(timers.communityId, communityId), eq(timers.kind, kind), eq(timers.subjectId, subjectId));
};

/** Sets or moves the one timer of this kind and subject: its handler runs once, soon after `dueAt`, with this write or not at all. */
export const setTimer = async (tx: Tx, timer: Timer): Promise<void> => {
  const { timers } = tx.t;
  const { communityId, kind, subjectId, dueAt } = timer;
  const again = { dueAt, tryAt: dueAt, failures: 0 };
  await tx
    .insert(timers)
    .values({ communityId, kind, subjectId, ...again })
    .onConflictDoUpdate({ target: [timers.communityId, timers.kind, timers.subjectId], set: again });
};

/** Sets the timer unless it is set for later than now. One that is due is moved: its handler may be running, and not have seen this write. */
export const setTimerOnce = async (tx: Tx, timer: Timer, now: number): Promise<void> => {
  const { timers } = tx.t;
  const { communityId, kind, subjectId, dueAt } = timer;
  const again = { dueAt, tryAt: dueAt, failures: 0 };
  await tx
    .insert(timers)
    .values({ communityId, kind, subjectId, ...again })
    .onConflictDoUpdate({
      target: [timers.communityId, timers.kind, timers.subjectId],
      set: again,
      setWhere: lte(timers.dueAt, now),
    });
};

export const clearTimer = async (tx: Tx, timer: TimerKey): Promise<void> => {
  await tx.delete(tx.t.timers).where(isTimer(tx, timer));
};
