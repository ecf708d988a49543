import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { describeBug } from '../http/answer-errors.ts';
import type { Timer, TimerHandler } from './timer-handler.ts';
import { isTimer } from './timers.ts';

const maxPerTick = 100;
const firstRetryMs = 5_000;
const maxRetryMs = 600_000;

const scopeOf = (handler: TimerHandler, timer: Timer) =>
  handler.lock?.(timer) ?? `timer:${timer.communityId}:${timer.kind}:${timer.subjectId}`;

/** The handler's writes and the removal of its timer are one write: whoever comes second finds no timer. */
const runTimer = (deps: Deps, handler: TimerHandler, timer: Timer, run = handler.run): Promise<boolean> => {
  const scope = scopeOf(handler, timer);
  return deps.store.write(async (tx) => {
    const { timers } = tx.t;
    await tx.lock(scope);
    const still = and(isTimer(tx, timer), eq(timers.dueAt, timer.dueAt));
    const [found] = await tx.select({ dueAt: timers.dueAt }).from(timers).where(still);
    if (!found) return false;
    await run(tx, timer, { ...deps, now: deps.clock() });
    await tx.delete(timers).where(still);
    return true;
  }, scope);
};

/** Tries again later and later; the timer is never dropped but by a handler that gives up. */
const postpone = (deps: Deps, timer: Timer, failures: number): Promise<unknown> => {
  const wait = Math.min(firstRetryMs * 2 ** Math.min(failures, 20), maxRetryMs);
  return deps.store.write(async (tx) => {
    const { timers } = tx.t;
    await tx
      .update(timers)
      .set({ tryAt: deps.clock() + wait, failures: sql`${timers.failures} + 1` })
      .where(and(isTimer(tx, timer), eq(timers.dueAt, timer.dueAt)));
  });
};

/**
 * Runs what is due, earliest first. Safe in several processes at once. Returns how many handlers ran to the end.
 * Timers of a kind that no engine handles wait and are reported.
 */
export const runDueTimers = async (deps: Deps, handlers: Readonly<Record<string, TimerHandler>>): Promise<number> => {
  const due = await deps.store.read((db) => {
    const { timers } = db.t;
    return db.select().from(timers).where(lte(timers.tryAt, deps.clock())).orderBy(asc(timers.tryAt)).limit(maxPerTick);
  });
  let ran = 0;
  for (const { communityId, kind, subjectId, dueAt, failures } of due) {
    const timer = { communityId, kind, subjectId, dueAt };
    const handler = handlers[kind];
    const { giveUp } = handler ?? {};
    try {
      if (!handler) throw new Error(`no engine handles timers of kind ${kind}`);
      const hopeless = giveUp !== undefined && failures >= giveUp.after;
      if (await runTimer(deps, handler, timer, hopeless ? giveUp.run : handler.run)) ran += 1;
    } catch (error) {
      deps.log.error({ kind, failures, ...describeBug(error) }, 'a timer failed and will be tried again');
      await postpone(deps, timer, failures);
    }
  }
  return ran;
};
