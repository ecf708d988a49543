import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import type { GroupRow } from '../load-group.ts';
import { newMember } from '../new-group.ts';
import type { Move } from './plan-moves.ts';

/** Rows in one statement, far below what either engine can bind. */
const batch = 200;

const memberOf = (tx: Tx, communityId: string, groupId: string, residentId: string) => {
  const { groupMembers: m } = tx.t;
  return and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.residentId, residentId));
};

/** Lets people in. Who was there before finds what was read, and what came since is unread. */
export const enterGroups = async (
  tx: Tx,
  arrivals: readonly Move[],
  groupOf: (move: Move) => GroupRow,
  labelOf: (move: Move) => string,
  now: number,
): Promise<void> => {
  const { groupMembers: m } = tx.t;
  const begun = arrivals.flatMap((move) => {
    const { neighbour, groupId, row, place } = move;
    if (row !== undefined || place === null) return [];
    const group = groupOf(move);
    const { role, badge } = place;
    const who = { communityId: group.communityId, groupId, residentId: neighbour.id };
    return newMember({ ...who, role, badge, label: labelOf(move) }, group.lastSeq, now);
  });
  for (let i = 0; i < begun.length; i += batch) await tx.insert(m).values(begun.slice(i, i + batch));
  for (const move of arrivals) {
    const { row, place } = move;
    if (row === undefined || place === null) continue;
    const { role, badge } = place;
    await tx
      .update(m)
      .set({ leftAt: null, joinedAt: now, role, badge, label: labelOf(move) })
      .where(memberOf(tx, row.communityId, row.groupId, row.residentId));
  }
};

/** Lets people go; what they had read is kept for the case that they come back. */
export const leaveGroups = async (
  tx: Tx,
  communityId: string,
  departures: readonly Move[],
  now: number,
): Promise<void> => {
  const { groupMembers: m } = tx.t;
  const goneFrom = new Map<string, string[]>();
  for (const { groupId, neighbour } of departures)
    goneFrom.set(groupId, [...(goneFrom.get(groupId) ?? []), neighbour.id]);
  for (const [groupId, gone] of [...goneFrom].sort()) {
    await tx
      .update(m)
      .set({ leftAt: now })
      .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), inArray(m.residentId, gone)));
  }
};

/** Brings role, badge and label of those who stay up to date; gives those whose role or badge changed. */
export const keepPlace = async (
  tx: Tx,
  communityId: string,
  staying: readonly Move[],
  labelOf: (move: Move) => string,
): Promise<Move[]> => {
  const { groupMembers: m } = tx.t;
  const changed: Move[] = [];
  for (const move of staying) {
    const { row, place, groupId, neighbour, follows } = move;
    if (row === undefined || place === null) continue;
    const { role, badge } = place;
    const label = labelOf(move);
    const moved = row.role !== role || row.badge !== badge;
    if (!moved && row.label === label) continue;
    // In a free group its owner gives the roles, perhaps since they were read: the group is not held here.
    const change = follows === null ? { badge, label } : { role, badge, label };
    await tx.update(m).set(change).where(memberOf(tx, communityId, groupId, neighbour.id));
    if (moved) changed.push(move);
  }
  return changed;
};
