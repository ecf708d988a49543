import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import { publish } from '../../platform/realtime/publish.ts';
import type { Tx } from '../../platform/store/store.ts';
import { findMembership, lockGroup } from '../load-group.ts';
import { postEvent } from '../post-event.ts';
import { publishGroup } from '../publish-group.ts';
import { changeMemberCount } from './change-member-count.ts';

/** The longest-standing moderator, else the longest-standing member, becomes the owner; nobody left, the group ends. */
const handOn = async (tx: Tx, communityId: string, groupId: string, now: number): Promise<void> => {
  const { groupMembers: m, groups: g } = tx.t;
  const [next] = await tx
    .select({ residentId: m.residentId })
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), isNull(m.leftAt), ne(m.role, 'owner')))
    .orderBy(desc(m.role), asc(m.joinedAt), asc(m.residentId))
    .limit(1);
  if (next === undefined) {
    await tx
      .update(g)
      .set({ dissolvedAt: now })
      .where(and(eq(g.communityId, communityId), eq(g.id, groupId), isNull(g.dissolvedAt)));
    return;
  }
  await tx
    .update(m)
    .set({ role: 'owner' })
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.residentId, next.residentId)));
  await publish(tx, communityId, `me:${next.residentId}`, 'groups-changed', { groupId }, now);
};

/**
 * Takes somebody out of a free group whose consent is not asked: the person left the community or deleted the account.
 * An owner's group goes on under somebody else.
 */
export const leaveFreeGroup = async (
  tx: Tx,
  communityId: string,
  groupId: string,
  residentId: string,
  now: number,
): Promise<void> => {
  const group = await lockGroup(tx, communityId, groupId);
  const member = group && (await findMembership(tx, communityId, groupId, residentId));
  if (!group || !member) return;
  const { groupMembers: m } = tx.t;
  await tx
    .update(m)
    .set({ leftAt: now, role: 'member' })
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.residentId, residentId)));
  if (member.role === 'owner' && group.dissolvedAt === null) await handOn(tx, communityId, groupId, now);
  const memberCount = await changeMemberCount(tx, communityId, groupId, -1);
  await postEvent(tx, group, { kind: 'left', aboutId: residentId }, now);
  await publishGroup(tx, { ...group, memberCount }, now);
};
