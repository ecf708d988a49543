import { makeId } from '@bandeng/shared/kernel/ids.ts';
import { randomBytes } from 'node:crypto';

/** Milliseconds since 1970. Passed to everything that needs the time, so that tests can move it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();

/** Makes time-ordered identifiers; see `makeId`. */
export const idsBy = (clock: Clock) => (): string => makeId(clock(), randomBytes(10));
