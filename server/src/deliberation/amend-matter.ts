import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { changeContent } from './change-content.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';

type AmendMatter = typeof deliberationApi.amendMatter;

/** Amends a running matter. A material amendment voids every decision on the old text and starts again at stage 1. */
export const amendMatter = async (input: CommandInput<AmendMatter>): Promise<CommandResult<Reply<AmendMatter>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'running') return refuse('matter-not-running');
  const { sessions } = tx.t;
  const [open] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.communityId, communityId), eq(sessions.matterId, matter.id), eq(sessions.status, 'open')))
    .limit(1);
  if (open) return refuse('session-pending');
  if (matter.stageId === 'publish-outcome') return refuse('wrong-stage');
  const allowed = await requireAllowed(tx, actor, matter, 'amend', null, now);
  if (!allowed.ok) return allowed;
  const { material } = body;
  const step = { type: 'amend' as const, material, sessionOpen: false };
  return changeContent(tx, actor, matter, { step, content: body, material }, now);
};
