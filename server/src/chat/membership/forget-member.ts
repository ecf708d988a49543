import { forgottenLabel } from '@bandeng/shared/chat/name-member.ts';
import { and, asc, eq } from 'drizzle-orm';
import { publish } from '../../platform/realtime/publish.ts';
import type { Tx } from '../../platform/store/store.ts';
import { forgetInIntakes } from '../intakes/forget-in-intakes.ts';
import { lockGroup } from '../load-group.ts';
import { publishGroup } from '../publish-group.ts';
import { changeMemberCount } from './change-member-count.ts';
import { forgetName } from './forget-name.ts';
import { leaveFreeGroup } from './leave-free-group.ts';

/**
 * Takes somebody who deletes the account out of every group at once, and the name out of them: what was said stays, by
 * nobody in particular. The caller holds the community.
 */
export const forgetMember = async (tx: Tx, communityId: string, residentId: string, now: number): Promise<void> => {
  const { groupMembers: m, groups: g } = tx.t;
  const mine = and(eq(m.communityId, communityId), eq(m.residentId, residentId));
  const rows = await tx
    .select({ groupId: m.groupId, label: m.label, leftAt: m.leftAt, kind: g.kind })
    .from(m)
    .innerJoin(g, and(eq(g.communityId, m.communityId), eq(g.id, m.groupId)))
    .where(mine)
    .orderBy(asc(m.groupId));
  await tx.update(m).set({ label: forgottenLabel, badge: null }).where(mine);
  for (const { groupId, label, leftAt, kind } of rows) {
    const group = await lockGroup(tx, communityId, groupId);
    if (!group) continue;
    const named = { communityId, groupId, residentId, label };
    await forgetName(tx, named);
    await forgetInIntakes(tx, named);
    if (leftAt !== null) continue;
    // Sockets that are still open close their ears.
    await publish(tx, communityId, `me:${residentId}`, 'groups-changed', { groupId }, now);
    if (kind === 'free') {
      await leaveFreeGroup(tx, communityId, groupId, residentId, now);
      continue;
    }
    await tx
      .update(m)
      .set({ leftAt: now, role: 'member' })
      .where(and(mine, eq(m.groupId, groupId)));
    const memberCount = await changeMemberCount(tx, communityId, groupId, -1);
    await publishGroup(tx, { ...group, memberCount }, now);
  }
};
