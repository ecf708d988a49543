/** What an event waits at most for others to go out with, as long as a flush takes no longer than that. */
const windowMs = { calm: 20, flood: 40 };
/** Rest in proportion to work: a third of the time goes to delivering, in a flood a fifth, so that commands get their turn. */
const restPerWork = { calm: 2, flood: 4 };
/** So many events in one frame are a flood: waiting longer saves more sends than it costs anybody. */
const floodEvents = 8;
/** Longest that delivery keeps everything else waiting. */
const turnMs = 8;

export interface Pace {
  /** Asks for a flush: at once while delivery costs little, a window later once it does. */
  ask(): void;
  begin(events: number): void;
  end(): void;
  /** Whether others should have their turn. */
  tired(): boolean;
  breathe(): Promise<void>;
}

/**
 * When to deliver. An idle server delivers in the same tick; one that is busy with delivering waits in proportion to
 * what the last flush took, so that each frame carries more events and there are fewer of them.
 */
export const openPace = (flush: () => void): Pace => {
  let asked = false;
  let restUntil = 0;
  let workedMs = 0;
  let turnBegan = 0;
  let load: 'calm' | 'flood' = 'calm';

  const work = () => {
    const took = performance.now() - turnBegan;
    workedMs += took;
    restUntil = performance.now() + Math.max(Math.min(windowMs[load], workedMs * restPerWork[load]), workedMs);
  };
  const run = () => {
    asked = false;
    workedMs = 0;
    load = 'calm';
    flush();
  };

  return {
    ask: () => {
      if (asked) return;
      asked = true;
      const waitMs = restUntil - performance.now();
      if (waitMs > 1) setTimeout(run, waitMs);
      else setImmediate(run);
    },
    begin: (events) => {
      turnBegan = performance.now();
      if (events >= floodEvents) load = 'flood';
    },
    end: work,
    tired: () => performance.now() - turnBegan > turnMs,
    breathe: async () => {
      work();
      await new Promise((resolve) => setImmediate(resolve));
      turnBegan = performance.now();
    },
  };
};
