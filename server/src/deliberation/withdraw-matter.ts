import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';
import { stepMatter } from './stage-flow.ts';

type WithdrawMatter = typeof deliberationApi.withdrawMatter;

/** By its authors, until the disclosure of the resolution has passed. A meeting that is under way becomes void. */
export const withdrawMatter = async (
  input: CommandInput<WithdrawMatter>,
): Promise<CommandResult<Reply<WithdrawMatter>>> => {
  const { tx, actor, params, body, now } = input;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (!['draft', 'running', 'returned'].includes(matter.status)) return refuse('matter-not-running');
  if (matter.stageId === 'publish-outcome') return refuse('wrong-stage');
  const allowed = await requireAllowed(tx, actor, matter, 'withdraw', null, now);
  if (!allowed.ok) return allowed;
  const stepped = await stepMatter(tx, matter, { type: 'withdraw' }, { actor, reason: body.reason, now });
  if (!stepped.ok) return stepped;
  return ok(await matterReply(tx, actor, matter.id, stepped.value, now));
};
