import { setTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';

export const syncGroupsTimer = 'sync-groups';

/** Subject of the timer that goes through a whole community. */
export const everybody = '-';

/**
 * Asks that the groups follow a change of tenures, seats, duties, areas, aliases or bound accounts, soon after this
 * write and only if it is committed.
 * @param residentId whose standing changed; null when it may be anybody's
 */
export const standingChanged = async (
  tx: Tx,
  communityId: string,
  residentId: string | null,
  now: number,
): Promise<void> => setTimer(tx, { communityId, kind: syncGroupsTimer, subjectId: residentId ?? everybody, dueAt: now });
