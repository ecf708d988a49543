import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { recallProblem } from '@bandeng/shared/chat/recall.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import type { MessageState } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import type { Tx } from '../platform/store/store.ts';
import { changeMessage } from './change-message.ts';
import { seeGroup } from './load-group.ts';
import { findNamedMessage } from './load-message.ts';

/** Besides the message itself: the kept reply to its sending, and its copy from when it waited for a moderator. */
const eraseTraces = async (tx: Tx, { communityId, accountId, residentId }: Actor, recalled: Message) => {
  const { commands: c, heldMessages: h } = tx.t;
  const { sentAs, kind } = recalled;
  await tx
    .update(c)
    .set({ outcome: { ok: true, value: { message: recalled, held: null } } })
    .where(and(eq(c.communityId, communityId), eq(c.actorId, accountId), eq(c.commandId, sentAs)));
  await tx
    .update(h)
    .set({ input: { kind } })
    .where(and(eq(h.communityId, communityId), eq(h.authorId, residentId), eq(h.sentAs, sentAs)));
};

/** The author takes a message back, within two minutes by the clock of the server. Nothing of it remains. */
export const recallMessage = async (
  input: CommandInput<typeof chatApi.recallMessage>,
): Promise<Result<Message>> => {
  const { tx, actor, params, now } = input;
  const seen = await seeGroup(tx, actor, params.groupId);
  const row = seen && (await findNamedMessage(tx, params));
  if (!seen || !row) return refuse('not-found');
  if (seen.group.dissolvedAt !== null) return refuse('group-dissolved');
  const problem = recallProblem({ ...row, state: row.state as MessageState }, actor.residentId, now);
  if (problem !== null) return refuse(problem);
  const change = { state: 'recalled', by: actor.residentId, reason: '' } as const;
  const recalled = await changeMessage(tx, seen.group, row.seq, change, now);
  await eraseTraces(tx, actor, recalled);
  return ok(recalled);
};
