import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { recallProblem } from '@bandeng/shared/chat/recall.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import type { MessageState } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { changeMessage } from './change-message.ts';
import { forgetRecalled } from './intakes/forget-recalled.ts';
import { eraseTraces } from './erase-traces.ts';
import { seeGroup } from './load-group.ts';
import { findNamedMessage } from './load-message.ts';

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
  await eraseTraces(tx, actor, seen.group.id, recalled);
  await forgetRecalled(tx, row);
  return ok(recalled);
};
