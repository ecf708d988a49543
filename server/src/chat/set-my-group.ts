import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import { lockSeenGroup } from './load-group.ts';

/** Puts a group on top of one's list, or keeps it from ringing. Refuses not-found. */
export const setMyGroup = async ({
  tx,
  actor,
  params,
  body,
  now,
}: CommandInput<typeof chatApi.setMyGroup>): Promise<Result<{ done: true }>> => {
  const { communityId, residentId } = actor;
  const { groupId } = params;
  const seen = await lockSeenGroup(tx, actor, groupId);
  if (!seen) return refuse('not-found');
  const { groupMembers: m } = tx.t;
  const { pinned = seen.member.pinned, silenced = seen.member.silenced } = body;
  await tx
    .update(m)
    .set({ pinned, silenced })
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.residentId, residentId)));
  await publish(tx, communityId, `me:${residentId}`, 'groups-changed', { groupId }, now);
  return ok({ done: true });
};
