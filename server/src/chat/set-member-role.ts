import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { GroupRole } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { findMembership, type GroupRow } from './load-group.ts';
import { lockFreeGroup } from './lock-free-group.ts';

const setRole = async (tx: Tx, { communityId, id }: GroupRow, residentId: string, role: GroupRole, now: number) => {
  const { groupMembers: m } = tx.t;
  await tx
    .update(m)
    .set({ role })
    .where(and(eq(m.communityId, communityId), eq(m.groupId, id), eq(m.residentId, residentId)));
  await publish(tx, communityId, `me:${residentId}`, 'groups-changed', { groupId: id }, now);
};

/**
 * The owner of a free group makes a moderator or a member of somebody, or hands the group on and stays as a moderator.
 * Refuses not-found, group-follows-register, group-dissolved, not-allowed, owner-stays (giving the own ownership up).
 */
export const setMemberRole = async (
  input: CommandInput<typeof chatApi.setMemberRole>,
): Promise<Result<{ done: true }>> => {
  const { tx, actor, params, body, now } = input;
  const locked = await lockFreeGroup(tx, actor, params.groupId, 'set-roles', now);
  if (!locked.ok) return locked;
  const { group } = locked.value;
  const target = await findMembership(tx, actor.communityId, group.id, params.residentId);
  if (target === undefined) return refuse('not-found');
  if (target.role === body.role) return ok({ done: true });
  if (target.residentId === actor.residentId) return refuse('owner-stays');
  await setRole(tx, group, target.residentId, body.role, now);
  if (body.role === 'owner') await setRole(tx, group, actor.residentId, 'moderator', now);
  return ok({ done: true });
};
