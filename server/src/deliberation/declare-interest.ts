import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { excuseVoter } from './excuse-voter.ts';
import { matterReply } from './publish-events.ts';
import { lockSessionOf } from './see-matter.ts';

type DeclareInterest = typeof deliberationApi.declareInterest;

/** The caller declares an interest in the matter and is excused, from the announcement on until having voted. */
export const declareInterest = async (
  input: CommandInput<DeclareInterest>,
): Promise<CommandResult<Reply<DeclareInterest>>> => {
  const { tx, actor, params, body, now } = input;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const excused = await excuseVoter(tx, actor, found, actor.residentId, body.reason, now);
  if (!excused.ok) return excused;
  return ok(await matterReply(tx, actor, found.matter.id, excused.value, now));
};
