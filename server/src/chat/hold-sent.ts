import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Sent } from '@bandeng/shared/chat/schemas.ts';
import type { HoldReason } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Verdict } from '../platform/content-check/content-check.ts';
import { requestMediaCheck } from '../platform/content-check/request-media-check.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import type { Tx } from '../platform/store/store.ts';
import { holdMessage } from './hold-message.ts';
import type { SeenGroup } from './load-group.ts';
import { remindKeepers } from './moderation/remind-keepers.ts';
import type { Turn } from './take-turn.ts';

const spend = async (tx: Tx, { member }: SeenGroup, turn: Turn) => {
  const { groupMembers: m } = tx.t;
  await tx
    .update(m)
    .set({ floodTokens: turn.member.tokens, floodAt: turn.member.at })
    .where(
      and(eq(m.communityId, member.communityId), eq(m.groupId, member.groupId), eq(m.residentId, member.residentId)),
    );
};

/**
 * Puts a message aside, which takes its author's turn as any other. A picture or recording is handed to the platform's
 * check once it is stored; what nobody else looks at stays for those who keep order, who are reminded.
 */
export const holdSent = async (
  command: CommandInput<typeof chatApi.sendMessage, Verdict>,
  seen: SeenGroup,
  turn: Turn,
  why: { readonly reason: HoldReason; readonly detail: string },
): Promise<Result<Sent>> => {
  const { tx, actor, body, now, deps, commandId } = command;
  const held = await holdMessage(command, seen.group, body, why, commandId);
  if (!held.ok) return held;
  await spend(tx, seen, turn);
  const { communityId, accountId } = actor;
  const { fileId } = body;
  if (why.reason === 'waiting' && fileId !== undefined) {
    const owner = { kind: 'held', id: held.value.id };
    await requestMediaCheck(tx, deps, { communityId, fileId, accountId, owner }, now);
  } else {
    await remindKeepers(tx, deps, { communityId, groupId: seen.group.id }, now);
  }
  return ok({ message: null, held: held.value });
};
