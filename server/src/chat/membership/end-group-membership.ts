import { and, eq } from 'drizzle-orm';
import { publish } from '../../platform/realtime/publish.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { GroupRow } from '../load-group.ts';
import { postEvent } from '../post-event.ts';
import { publishGroup } from '../publish-group.ts';
import { changeMemberCount } from './change-member-count.ts';

/**
 * Ends somebody's membership of a locked free group, by the own wish or a leader's; the group says so. Whoever was
 * removed comes back only by an invitation made later.
 */
export const endGroupMembership = async (
  tx: Tx,
  group: GroupRow,
  residentId: string,
  how: 'left' | 'removed',
  now: number,
): Promise<void> => {
  const { communityId, id: groupId } = group;
  const { groupMembers: m } = tx.t;
  await tx
    .update(m)
    .set({ leftAt: now, role: 'member', pinned: false, ...(how === 'removed' ? { removedAt: now } : {}) })
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.residentId, residentId)));
  const memberCount = await changeMemberCount(tx, communityId, groupId, -1);
  if (group.dissolvedAt === null) await postEvent(tx, group, { kind: how, aboutId: residentId }, now);
  await publishGroup(tx, { ...group, memberCount }, now);
  await publish(tx, communityId, `me:${residentId}`, 'groups-changed', { groupId }, now);
};
