import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { excuseVoter } from './excuse-voter.ts';
import { isVoting } from './mark-attendance.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockSessionOf } from './see-matter.ts';

type ExcuseOther = typeof deliberationApi.excuseOther;

/** Whoever serves an open meeting registers the recusal that somebody else declared in the room. */
export const excuseOther = async (input: CommandInput<ExcuseOther>): Promise<CommandResult<Reply<ExcuseOther>>> => {
  const { tx, actor, params, body, now } = input;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  const voting = isVoting(session, now);
  if (!voting.ok) return voting;
  const allowed = await requireAllowed(tx, actor, matter, 'excuse-others', session.id, now);
  if (!allowed.ok) return allowed;
  const excused = await excuseVoter(tx, actor, found, body.voterId, body.reason, now);
  if (!excused.ok) return excused;
  return ok(await matterReply(tx, actor, matter.id, excused.value, now));
};
