import type { Deps } from '../deps.ts';
import { mediaRequestTimers } from '../content-check/request-media-check.ts';
import { mediaCheckTimers } from '../content-check/settle-media-check.ts';
import { sweepFiles } from '../files/sweep-files.ts';
import { describeBug } from '../http/answer-errors.ts';
import { beginHousekeeping, housekeeping } from './housekeeping.ts';
import { runDueTimers } from './run-due-timers.ts';
import type { TimerHandler } from './timer-handler.ts';

const tickMs = 1000;

/** Every timer handler of the platform and of the engines, by kind. */
export const timerHandlers = (deps: Deps): Readonly<Record<string, TimerHandler>> =>
  Object.assign(
    {},
    housekeeping,
    mediaCheckTimers,
    mediaRequestTimers,
    ...deps.engines.map((engine) => engine.timers ?? {}),
  ) as Record<string, TimerHandler>;

/** What a crash left on the disk is cleared once, after the start. */
const sweepOnce = (deps: Deps): Promise<unknown> =>
  sweepFiles(deps).catch((error: unknown) => deps.log.error(describeBug(error), 'stray files could not be cleared'));

/** Runs due timers every second, and the work of engines beside them, until stopped; stopping waits for what is running. */
export const startJobs = async (deps: Deps): Promise<() => Promise<void>> => {
  const handlers = timerHandlers(deps);
  await beginHousekeeping(deps);
  const sweeping = sweepOnce(deps);
  let stopped = false;
  let next: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const tick = () => {
    running = runDueTimers(deps, handlers)
      .catch((error: unknown) => {
        deps.log.error(describeBug(error), 'due timers could not be read');
        return 0;
      })
      .then((ran) => {
        // Long work goes in steps that set the next one: it need not wait a second between them.
        if (!stopped) next = setTimeout(tick, ran > 0 ? 0 : tickMs);
      });
  };
  tick();
  const backgrounds = deps.engines.flatMap((engine) => engine.background?.(deps) ?? []);
  return async () => {
    stopped = true;
    clearTimeout(next);
    await Promise.all([running, sweeping, ...backgrounds.map((background) => background.stop())]);
  };
};
