import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';
import { stepMatter } from './stage-flow.ts';

type EndMatter = typeof deliberationApi.endMatter;

/** Gives a returned matter up. */
export const endMatter = async (input: CommandInput<EndMatter>): Promise<CommandResult<Reply<EndMatter>>> => {
  const { tx, actor, params, body, now } = input;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'returned') return refuse('matter-not-returned');
  const allowed = await requireAllowed(tx, actor, matter, 'end', null, now);
  if (!allowed.ok) return allowed;
  const stepped = await stepMatter(tx, matter, { type: 'end' }, { actor, reason: body.reason, now });
  if (!stepped.ok) return stepped;
  return ok(await matterReply(tx, actor, matter.id, stepped.value, now));
};
