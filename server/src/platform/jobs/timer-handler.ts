import type { Deps } from '../deps.ts';
import type { Tx } from '../store/store.ts';

export interface Timer {
  readonly communityId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly dueAt: number;
}

export interface TimerHandler {
  /** The aggregate to lock before the timer is looked at again; by default the timer itself. */
  lock?(timer: Timer): string;
  /** Runs in one write together with the removal of the timer, unless it set the timer anew. */
  readonly run: (tx: Tx, timer: Timer, deps: Deps & { readonly now: number }) => Promise<void>;
  /** For work that people wait for: what is done instead of a next try after this many failures in a row. */
  readonly giveUp?: { readonly after: number; readonly run: TimerHandler['run'] };
}
