import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Sent } from '@bandeng/shared/chat/schemas.ts';
import type { HoldReason } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Verdict } from '../platform/content-check/content-check.ts';
import type { Deps } from '../platform/deps.ts';
import { describeBug } from '../platform/http/answer-errors.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import type { Tx } from '../platform/store/store.ts';
import { holdMessage } from './hold-message.ts';
import { lockGroup, type SeenGroup } from './load-group.ts';
import { changeHeld, findHeld } from './moderation/held-rows.ts';
import type { Turn } from './take-turn.ts';

interface Waiting {
  readonly communityId: string;
  readonly groupId: string;
  readonly heldId: string;
}

const spend = async (tx: Tx, { member }: SeenGroup, turn: Turn) => {
  const { groupMembers: m } = tx.t;
  await tx
    .update(m)
    .set({ floodTokens: turn.member.tokens, floodAt: turn.member.at })
    .where(
      and(eq(m.communityId, member.communityId), eq(m.groupId, member.groupId), eq(m.residentId, member.residentId)),
    );
};

/** Nobody will answer: from now on it waits for a person, not for the platform. */
const leaveToPeople = async (tx: Tx, { communityId, groupId, heldId }: Waiting) => {
  await lockGroup(tx, communityId, groupId);
  const held = await findHeld(tx, communityId, heldId);
  if (held?.status === 'held' && held.reason === 'waiting') await changeHeld(tx, held, { reason: 'check' });
};

const startCheck = async (deps: Deps, waiting: Waiting, { fileId, accountId }: { fileId: string; accountId: string }) => {
  const { communityId, heldId: id } = waiting;
  const started = await deps.contentCheck.startMediaCheck({ communityId, fileId, accountId, owner: { kind: 'held', id } });
  if (!started) await deps.store.write((tx) => leaveToPeople(tx, waiting));
};

/**
 * Puts a message aside, which takes its author's turn as any other. A picture or recording is handed to the platform's
 * check once it is stored; where that cannot be asked, it stays for a moderator.
 */
export const holdSent = async (
  command: CommandInput<typeof chatApi.sendMessage, Verdict>,
  seen: SeenGroup,
  turn: Turn,
  why: { readonly reason: HoldReason; readonly detail: string },
): Promise<Result<Sent>> => {
  const { tx, actor, body, deps, commandId } = command;
  const held = await holdMessage(command, seen.group, body, why, commandId);
  if (!held.ok) return held;
  await spend(tx, seen, turn);
  const { fileId } = body;
  if (why.reason === 'waiting' && fileId !== undefined) {
    const { communityId, accountId } = actor;
    const waiting = { communityId, groupId: seen.group.id, heldId: held.value.id };
    const report = (error: unknown) => deps.log.error(describeBug(error), 'the check of a picture could not be started');
    tx.after(() => {
      startCheck(deps, waiting, { fileId, accountId }).catch(report);
    });
  }
  return ok({ message: null, held: held.value });
};
