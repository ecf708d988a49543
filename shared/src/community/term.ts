import type { Day } from '../kernel/legal-days.ts';

/** A term of office: holds from ≤ day < until; without `until` it is open. */
export interface Term {
  readonly from: Day;
  readonly until: Day | null;
}

export const isInForce = (term: Term, day: Day): boolean =>
  term.from <= day && (term.until === null || day < term.until);

/** Whether the last day of the term lies before `day`. */
export const isPast = (term: Term, day: Day): boolean => term.until !== null && term.until <= day;

/** A term of no days at all is none. */
export const isTerm = (term: Term): boolean => term.until === null || term.from < term.until;

export const overlap = (a: Term, b: Term): boolean =>
  isTerm(a) && isTerm(b) && (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);

/**
 * Whether a running term may be ended on a day: never before it began, and an ending never makes it longer.
 * Ending it on the very day it began takes an appointment back.
 */
export const mayEndOn = (term: Term, until: Day): boolean =>
  until >= term.from && (term.until === null || until < term.until);
