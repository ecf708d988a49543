import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Invitation } from '@bandeng/shared/chat/schemas.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { randomBytes } from 'node:crypto';
import type { CommandInput } from '../platform/http/serve.ts';
import { presentInvitation } from './invitations.ts';
import { lockFreeGroup } from './lock-free-group.ts';

const dayMs = 86_400_000;

/**
 * Makes a code by which neighbours of the same community come into a free group, for some days. Refuses not-found,
 * group-follows-register, group-dissolved, not-allowed.
 */
export const createInvitation = async (
  input: CommandInput<typeof chatApi.createInvitation>,
): Promise<Result<Invitation>> => {
  const { tx, actor, params, body, now } = input;
  const locked = await lockFreeGroup(tx, actor, params.groupId, 'invite', now);
  if (!locked.ok) return locked;
  const { group } = locked.value;
  const { communityId, residentId: byId } = actor;
  const code = randomBytes(12).toString('base64url');
  const row = { communityId, code, groupId: group.id, byId, at: now, expiresAt: now + body.days * dayMs };
  await tx.insert(tx.t.invitations).values(row);
  return ok(await presentInvitation(tx, actor, row, group));
};
