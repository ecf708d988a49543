import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { lockSeenGroup } from './load-group.ts';
import { endGroupMembership } from './membership/end-group-membership.ts';

/** Leaves a free group. Refuses not-found, group-follows-register, owner-stays. */
export const leaveGroup = async (input: CommandInput<typeof chatApi.leaveGroup>): Promise<Result<{ done: true }>> => {
  const { tx, actor, params, now } = input;
  const seen = await lockSeenGroup(tx, actor, params.groupId);
  if (!seen) return refuse('not-found');
  const { group, member } = seen;
  if (group.kind !== 'free') return refuse('group-follows-register');
  if (member.role === 'owner' && group.dissolvedAt === null) return refuse('owner-stays');
  await endGroupMembership(tx, group, actor.residentId, 'left', now);
  return ok({ done: true });
};
