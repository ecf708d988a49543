import { setTimerOnce } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';

export const mentionTimer = 'tell-mentioned';

/** Who reads it within this needs no message outside the app, ms: each costs a consent. */
export const patienceMs = 5 * 60_000;

/** Looks, a while later, whether those mentioned have read it. A look that is set already stays: further mentions do not put it off. */
export const lookAfterMentioned = async (
  tx: Tx,
  about: { readonly communityId: string; readonly groupId: string; readonly residentIds: readonly string[] },
  now: number,
): Promise<void> => {
  const { communityId, groupId, residentIds } = about;
  for (const residentId of residentIds) {
    const dueAt = now + patienceMs;
    await setTimerOnce(tx, { communityId, kind: mentionTimer, subjectId: `${groupId}.${residentId}`, dueAt }, now);
  }
};
