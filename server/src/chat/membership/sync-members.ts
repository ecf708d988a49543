import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { publish } from '../../platform/realtime/publish.ts';
import type { Tx } from '../../platform/store/store.ts';
import { groupScope, type GroupRow } from '../load-group.ts';
import { publishGroup } from '../publish-group.ts';
import { changeMemberCount } from './change-member-count.ts';
import { createRegisterGroups } from './create-register-groups.ts';
import { labelIn } from './label-member.ts';
import { loadGround } from './load-ground.ts';
import { loadNeighbours } from './load-neighbours.ts';
import { leaveFreeGroup } from './leave-free-group.ts';
import { isCrossing, loadMemberships, planMoves, type Move } from './plan-moves.ts';
import { enterGroups, keepPlace, leaveGroups } from './write-members.ts';

const loadGroups = async (tx: Tx, communityId: string, ids: readonly string[]): Promise<Map<string, GroupRow>> => {
  const { groups: g } = tx.t;
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(g)
    .where(and(eq(g.communityId, communityId), inArray(g.id, [...ids])))
    .orderBy(asc(g.id));
  return new Map(rows.map((row) => [row.id, row]));
};

/** Held in one order by whoever holds several groups, so that two never wait for each other. */
const lockGroups = async (tx: Tx, communityId: string, ids: Iterable<string>): Promise<void> => {
  for (const id of [...new Set(ids)].sort()) await tx.lock(groupScope(communityId, id));
};

const tellMovers = async (tx: Tx, communityId: string, moved: readonly Move[], now: number): Promise<void> => {
  const inOrder = [...moved].sort((a, b) => (a.neighbour.id < b.neighbour.id ? -1 : 1));
  for (const { neighbour, groupId } of inOrder)
    await publish(tx, communityId, `me:${neighbour.id}`, 'groups-changed', { groupId }, now);
};

/**
 * Makes the groups agree with what some residents are today: who belongs into a group comes in, who does not leaves it,
 * roles, badges and labels follow. Doing it again changes nothing. The caller holds the community, so that standings
 * stay as they are read.
 */
export const syncMembers = async (
  tx: Tx,
  communityId: string,
  residentIds: readonly string[],
  now: number,
): Promise<void> => {
  const neighbours = await loadNeighbours(tx, communityId, residentIds, dayAt(now));
  if (neighbours.length === 0) return;
  const ground = await loadGround(tx, communityId);
  const kept = await loadMemberships(tx, communityId, residentIds);
  const moves = neighbours.flatMap((neighbour) =>
    planMoves(
      neighbour,
      kept.filter(({ member }) => member.residentId === neighbour.id),
      ground,
    ),
  );
  const crossings = moves.filter(isCrossing);
  await lockGroups(
    tx,
    communityId,
    crossings.map(({ groupId }) => groupId),
  );
  await createRegisterGroups(tx, communityId, ground, crossings, now);
  const groups = await loadGroups(tx, communityId, [...new Set(moves.map(({ groupId }) => groupId))]);
  const groupOf = ({ groupId }: Move): GroupRow => {
    const group = groups.get(groupId);
    if (group === undefined) throw new Error(`group ${groupId} is not there`);
    return group;
  };
  const labelOf = (move: Move): string => labelIn(groupOf(move), move.neighbour, ground.grid);

  const arrivals = crossings.filter(({ place }) => place !== null);
  const departures = crossings.filter(({ place }) => place === null);
  await enterGroups(tx, arrivals, groupOf, labelOf, now);
  await leaveGroups(
    tx,
    communityId,
    departures.filter((move) => groupOf(move).kind !== 'free'),
    now,
  );
  const changed = await keepPlace(
    tx,
    communityId,
    moves.filter((move) => !isCrossing(move)),
    labelOf,
  );
  const counts = new Map<string, number>();
  const count = ({ groupId }: Move, by: number) => counts.set(groupId, (counts.get(groupId) ?? 0) + by);
  for (const move of arrivals) count(move, 1);
  for (const move of departures) if (groupOf(move).kind !== 'free') count(move, -1);
  for (const [groupId, by] of [...counts].sort()) {
    if (by === 0) continue;
    const memberCount = await changeMemberCount(tx, communityId, groupId, by);
    const group = groups.get(groupId);
    if (group !== undefined) await publishGroup(tx, { ...group, memberCount }, now);
  }
  for (const move of departures)
    if (groupOf(move).kind === 'free') await leaveFreeGroup(tx, communityId, move.groupId, move.neighbour.id, now);
  await tellMovers(tx, communityId, [...crossings, ...changed], now);
};
