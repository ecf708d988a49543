import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Invitation } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { findInvitation, groupInvitedTo, presentInvitation } from './invitations.ts';

/** Where an invitation leads. Refuses not-found, group-dissolved, invitation-expired. */
export const getInvitation = async (
  input: QueryInput<typeof chatApi.getInvitation>,
): Promise<Result<Invitation>> => {
  const { db, actor, params, now } = input;
  const row = await findInvitation(db, actor.communityId, params.invitationCode);
  if (row === undefined) return refuse('not-found');
  const group = await groupInvitedTo(db, row, now);
  return group.ok ? ok(await presentInvitation(db, actor, row, group.value)) : group;
};
