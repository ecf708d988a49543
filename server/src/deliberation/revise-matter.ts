import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { changeContent } from './change-content.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';

type ReviseMatter = typeof deliberationApi.reviseMatter;

/** Answers a rejection with the next version, which starts again at stage 1 under the rules of today. */
export const reviseMatter = async (input: CommandInput<ReviseMatter>): Promise<CommandResult<Reply<ReviseMatter>>> => {
  const { tx, actor, params, body, now } = input;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'returned') return refuse('matter-not-returned');
  const allowed = await requireAllowed(tx, actor, matter, 'revise', null, now);
  if (!allowed.ok) return allowed;
  return changeContent(tx, actor, matter, { step: { type: 'revise' }, content: body, material: true }, now);
};
