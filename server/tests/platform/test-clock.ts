import type { Clock } from '../../src/platform/clock.ts';

export interface TestClock {
  readonly clock: Clock;
  now(): number;
  advance(ms: number): void;
  set(ms: number): void;
}

/** A clock that moves only when told. Starts at 2026-11-21 12:00 in China unless said otherwise. */
export const makeTestClock = (startMs = Date.UTC(2026, 10, 21, 4)): TestClock => {
  let now = startMs;
  return {
    clock: () => now,
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (ms) => {
      now = ms;
    },
  };
};
