/** Upper end of what an event waits for others to go out with. */
const maxWindowMs = 20;
/** Of its own time, delivery takes a third. */
const restPerWork = 2;
/** Longest that delivery keeps everything else waiting. */
const turnMs = 8;

export interface Pace {
  /** Asks for a flush: at once while delivery costs little, a window later once it does. */
  ask(): void;
  begin(): void;
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

  const work = () => {
    const took = performance.now() - turnBegan;
    workedMs += took;
    restUntil = performance.now() + Math.min(maxWindowMs, workedMs * restPerWork);
  };
  const run = () => {
    asked = false;
    workedMs = 0;
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
    begin: () => {
      turnBegan = performance.now();
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
