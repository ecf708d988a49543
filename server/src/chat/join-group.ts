import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { findInvitation, groupInvitedTo } from './invitations.ts';
import { groupScope, type GroupRow, type MemberRow } from './load-group.ts';
import { changeMemberCount } from './membership/change-member-count.ts';
import { placeInFree } from './membership/place-in.ts';
import { newMember } from './new-group.ts';
import { postEvent } from './post-event.ts';
import { publishGroup } from './publish-group.ts';
import { takeOwnTurn } from './take-turn.ts';

/** The row of a member, also of somebody who left. */
const findRow = async (tx: Tx, { communityId, id }: GroupRow, residentId: string): Promise<MemberRow | undefined> => {
  const { groupMembers: m } = tx.t;
  const [row] = await tx
    .select()
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.groupId, id), eq(m.residentId, residentId)));
  return row;
};

const enter = async (tx: Tx, group: GroupRow, residentId: string, row: MemberRow | undefined, now: number): Promise<Result<null>> => {
  const { communityId, id: groupId } = group;
  const { groupMembers: m } = tx.t;
  const place = { role: 'member', ...(await placeInFree(tx, communityId, group, residentId, now)) };
  if (row === undefined) {
    await tx.insert(m).values(newMember({ communityId, groupId, residentId, ...place }, group.lastSeq, now));
    return ok(null);
  }
  // Each coming is a line that everybody reads: going and coming again takes turns as speaking does.
  const turn = takeOwnTurn(row, now);
  if (!turn.ok) return turn;
  const { tokens: floodTokens, at: floodAt } = turn.value;
  await tx
    .update(m)
    .set({ ...place, leftAt: null, removedAt: null, joinedAt: now, floodTokens, floodAt })
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.residentId, residentId)));
  return ok(null);
};

/**
 * Comes into a free group by an invitation; who is in it already stays. Somebody who was removed needs an invitation
 * made since. Refuses not-found, group-dissolved, invitation-expired, sending-too-fast (coming back over and over).
 */
export const joinGroup = async (input: CommandInput<typeof chatApi.joinGroup>): Promise<Result<{ id: string }>> => {
  const { tx, actor, params, now } = input;
  const { communityId, residentId } = actor;
  const invitation = await findInvitation(tx, communityId, params.invitationCode);
  if (invitation === undefined) return refuse('not-found');
  await tx.lock(groupScope(communityId, invitation.groupId));
  const invited = await groupInvitedTo(tx, invitation, now);
  if (!invited.ok) return invited;
  const group = invited.value;
  const row = await findRow(tx, group, residentId);
  if (row?.leftAt === null) return ok({ id: group.id });
  const removedAt = row?.removedAt ?? null;
  if (removedAt !== null && invitation.at <= removedAt) return refuse('invitation-expired');
  const entered = await enter(tx, group, residentId, row, now);
  if (!entered.ok) return entered;
  const memberCount = await changeMemberCount(tx, communityId, group.id, 1);
  await postEvent(tx, group, { kind: 'joined', aboutId: residentId }, now);
  await publishGroup(tx, { ...group, memberCount }, now);
  await publish(tx, communityId, `me:${residentId}`, 'groups-changed', { groupId: group.id }, now);
  return ok({ id: group.id });
};
