import { badgeOf, isPresent, placeMember } from '@bandeng/shared/chat/place-member.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';
import type { GroupRow, MemberRow } from '../load-group.ts';
import { registerGroupId, type Ground, type RegisterGroup } from './load-ground.ts';
import type { Neighbour } from './load-neighbours.ts';

/** How somebody stands in a group. */
export interface Place {
  readonly role: string;
  readonly badge: string | null;
}

export interface Move {
  readonly neighbour: Neighbour;
  readonly groupId: string;
  /** The row that is there, also of somebody who left. */
  readonly row: MemberRow | undefined;
  /** Where the register puts the person; null for nowhere. */
  readonly place: Place | null;
  /** What the group follows; null for a free one. */
  readonly follows: RegisterGroup | null;
}

type Kept = { readonly member: MemberRow; readonly kind: GroupRow['kind'] };

export const loadMemberships = (db: Db, communityId: string, ids: readonly string[]): Promise<Kept[]> => {
  const { groupMembers: m, groups: g } = db.t;
  return db
    .select({ member: m, kind: g.kind })
    .from(m)
    .innerJoin(g, and(eq(g.communityId, m.communityId), eq(g.id, m.groupId)))
    .where(and(eq(m.communityId, communityId), inArray(m.residentId, [...ids])));
};

/**
 * Every group that a neighbour is in or belongs to, with the row that is there and the place that should be. A free
 * group is nobody's by the register; it is left when nothing ties its member to the community any more.
 */
export const planMoves = (neighbour: Neighbour, kept: readonly Kept[], ground: Ground): Move[] => {
  const { bound, standing } = neighbour;
  const here = bound && isPresent(standing);
  const rows = new Map(kept.map((one) => [one.member.groupId, one]));
  const moves: Move[] = [];
  for (const membership of here ? placeMember(standing, ground.grid, ground.joint) : []) {
    const groupId = registerGroupId(membership);
    moves.push({ neighbour, groupId, row: rows.get(groupId)?.member, place: membership, follows: membership });
    rows.delete(groupId);
  }
  for (const [groupId, { member, kind }] of rows) {
    if (member.leftAt !== null) continue;
    const place = here && kind === 'free' ? { role: member.role, badge: badgeOf(standing) } : null;
    moves.push({ neighbour, groupId, row: member, place, follows: null });
  }
  return moves;
};

/** Whether the person comes into the group or leaves it. */
export const isCrossing = ({ row, place }: Move): boolean =>
  (place !== null) !== (row !== undefined && row.leftAt === null);
