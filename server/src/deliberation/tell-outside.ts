import { shorten } from '@bandeng/shared/outreach/fill-template.ts';
import { and, eq } from 'drizzle-orm';
import { dropWaiting } from '../outreach/drop-waiting.ts';
import { reach, type ReachDeps } from '../outreach/reach.ts';
import type { Tx } from '../platform/store/store.ts';
import type { MatterRow, SessionRow } from './rows.ts';

const ownerOf = (sessionId: string) => ({ kind: 'session', id: sessionId });

/**
 * Tells those on the rolls, also while the app is closed, that they can vote. Whoever is on both rolls of a joint meeting
 * is told once; whoever is excused is not asked.
 */
export const tellVoters = async (
  tx: Tx,
  deps: ReachDeps,
  matter: MatterRow,
  opened: readonly SessionRow[],
  now: number,
): Promise<void> => {
  const { rollEntries: r } = tx.t;
  const { communityId } = matter;
  const told = new Set<string>();
  for (const { id, closesAt, online, place, bodyName } of opened) {
    const entries = await tx
      .select({ voterId: r.voterId })
      .from(r)
      .where(and(eq(r.communityId, communityId), eq(r.sessionId, id), eq(r.excused, false)));
    const residentIds = entries.map(({ voterId }) => voterId).filter((voterId) => !told.has(voterId));
    for (const residentId of residentIds) told.add(residentId);
    const data = {
      title: shorten(matter.title, 20),
      place: shorten(place === '' ? bodyName : place, 20),
      time: String(closesAt),
      note: online ? '投票已开始，请在截止前表决' : '会议已开始，请到会表决',
      page: `deliberation/pages/session/index?id=${id}`,
    };
    await reach(tx, deps, { communityId, residentIds, category: 'vote', owner: ownerOf(id), data, until: closesAt }, now);
  }
};

/** Nobody is called to a vote that has ended. */
export const callNobodyMore = (tx: Tx, communityId: string, sessionId: string, now: number): Promise<void> =>
  dropWaiting(tx, { communityId, owner: ownerOf(sessionId) }, now);

/** Who objected learns that there is an answer, wherever they are. */
export const tellObjector = async (
  tx: Tx,
  deps: ReachDeps,
  matter: MatterRow,
  objection: { readonly id: string; readonly byId: string; readonly upheld: boolean },
  now: number,
): Promise<void> => {
  const data = {
    title: shorten(matter.title, 20),
    time: String(now),
    note: objection.upheld ? '您的异议成立，事项退回' : '您的异议已经答复',
    page: `deliberation/pages/matter/index?id=${matter.id}`,
  };
  const owner = { kind: 'objection', id: objection.id };
  await reach(tx, deps, { communityId: matter.communityId, residentIds: [objection.byId], category: 'reply', owner, data }, now);
};
