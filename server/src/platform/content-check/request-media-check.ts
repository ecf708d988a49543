import { and, eq } from 'drizzle-orm';
import type { Deps } from '../deps.ts';
import { describeBug } from '../http/answer-errors.ts';
import type { TimerHandler } from '../jobs/timer-handler.ts';
import { clearTimer, setTimer } from '../jobs/timers.ts';
import type { Tx } from '../store/store.ts';
import type { MediaRequest } from './content-check.ts';
import { lateCheck, lateMs, tellOwner } from './settle-media-check.ts';

/** Timer of a check that nobody has taken yet: it outlives the process that wanted to ask. */
const askAgain = 'media-check-ask';

const minuteMs = 60_000;
/** Waits after the first, second … try; after the last of them a person decides. */
const pausesMs = [1 * minuteMs, 5 * minuteMs, 15 * minuteMs, 60 * minuteMs];

const timerOf = ({ communityId, fileId, accountId, owner }: MediaRequest, tries: number) => ({
  communityId,
  kind: askAgain,
  subjectId: [owner.kind, owner.id, fileId, accountId, tries].join('.'),
});

const readSubject = (communityId: string, subjectId: string): { request: MediaRequest; tries: number } => {
  const [kind = '', id = '', fileId = '', accountId = '', tries] = subjectId.split('.');
  return { request: { communityId, fileId, accountId, owner: { kind, id } }, tries: Number(tries) };
};

/** Asks the platform now. The answer's trace takes the place of the timer; what can never be asked is told at once. */
export const askMediaCheck = async (deps: Deps, request: MediaRequest, tries: number): Promise<void> => {
  const asked = await deps.contentCheck.startMediaCheck(request);
  if (asked.kind === 'unreachable') return;
  const { communityId, fileId, owner } = request;
  await deps.store.write(async (tx) => {
    const now = deps.clock();
    await clearTimer(tx, timerOf(request, tries));
    if (asked.kind === 'impossible') return tellOwner(tx, request, { finding: 'unseen', detail: 'unasked' }, { ...deps, now });
    const { traceId } = asked;
    const row = { traceId, communityId, ownerKind: owner.kind, ownerId: owner.id, fileId, at: now };
    await tx.insert(tx.t.mediaChecks).values(row).onConflictDoNothing();
    await setTimer(tx, { communityId, kind: lateCheck, subjectId: traceId, dueAt: now + lateMs });
  });
};

const tryNow = async (tx: Tx, deps: Deps, request: MediaRequest, tries: number, now: number): Promise<void> => {
  await setTimer(tx, { ...timerOf(request, tries), dueAt: now + (pausesMs[tries - 1] ?? 0) });
  const report = (error: unknown) => deps.log.error(describeBug(error), 'the check of a picture could not be started');
  tx.after(() => {
    askMediaCheck(deps, request, tries).catch(report);
  });
};

/**
 * Has the platform look at a picture or recording once this write is durable. The engine of its owner hears exactly one
 * answer, also when this process dies or the platform cannot be reached for a while: `unseen` after the last try.
 */
export const requestMediaCheck = (tx: Tx, deps: Deps, request: MediaRequest, now: number): Promise<void> =>
  tryNow(tx, deps, request, 1, now);

/** What was let go of meanwhile is shown to nobody any more. */
const stillBelongs = async (tx: Tx, { communityId, fileId, owner }: MediaRequest): Promise<boolean> => {
  const { files: f } = tx.t;
  const [found] = await tx
    .select({ ownerKind: f.ownerKind, ownerId: f.ownerId })
    .from(f)
    .where(and(eq(f.communityId, communityId), eq(f.id, fileId)));
  return found?.ownerKind === owner.kind && found.ownerId === owner.id;
};

export const mediaRequestTimers: Readonly<Record<string, TimerHandler>> = {
  [askAgain]: {
    run: async (tx, { communityId, subjectId }, deps) => {
      const { request, tries } = readSubject(communityId, subjectId);
      if (!(await stillBelongs(tx, request))) return;
      if (tries < pausesMs.length) await tryNow(tx, deps, request, tries + 1, deps.now);
      else await tellOwner(tx, request, { finding: 'unseen', detail: 'unasked' }, deps);
    },
  },
};
