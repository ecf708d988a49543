import { mayActOn } from '@bandeng/shared/chat/allowed.ts';
import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { GroupRole } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { findMembership } from './load-group.ts';
import { lockFreeGroup } from './lock-free-group.ts';
import { endGroupMembership } from './membership/end-group-membership.ts';
import { writeModeration } from './write-moderation.ts';

/**
 * A leader takes somebody out of a free group, never upwards. Refuses not-found, group-follows-register,
 * group-dissolved, not-allowed, moderator-immune.
 */
export const removeMember = async (
  input: CommandInput<typeof chatApi.removeMember>,
): Promise<Result<{ done: true }>> => {
  const { tx, actor, params, body, now } = input;
  const locked = await lockFreeGroup(tx, actor, params.groupId, 'remove', now);
  if (!locked.ok) return locked;
  const { group, member } = locked.value;
  const target = await findMembership(tx, actor.communityId, group.id, params.residentId);
  if (target === undefined) return refuse('not-found');
  if (!mayActOn(member.role as GroupRole, target.role as GroupRole)) return refuse('moderator-immune');
  await endGroupMembership(tx, group, target.residentId, 'removed', now);
  const entry = { action: 'removed', groupId: group.id, aboutId: target.residentId, reason: body.reason } as const;
  await writeModeration(input, entry);
  return ok({ done: true });
};
