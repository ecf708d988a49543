import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { headChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';
import { listCoauthors } from './read-matter.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockVisibleMatter } from './see-matter.ts';

type AddCoauthor = typeof deliberationApi.addCoauthor;

/** Lets another resident of the community see and edit the draft. */
export const addCoauthor = async (input: CommandInput<AddCoauthor>): Promise<CommandResult<Reply<AddCoauthor>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId } = actor;
  const { residentId } = body;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (matter.status !== 'draft') return refuse('matter-not-draft');
  const allowed = await requireAllowed(tx, actor, matter, 'invite-coauthor', null, now);
  if (!allowed.ok) return allowed;
  const { residents, coauthors } = tx.t;
  const [resident] = await tx
    .select({ id: residents.id })
    .from(residents)
    .where(and(eq(residents.communityId, communityId), eq(residents.id, residentId)));
  if (!resident) return refuse('not-found', { field: 'residentId' });
  const authors = [matter.proposerId, ...(await listCoauthors(tx, communityId, matter.id))];
  if (authors.includes(residentId)) return refuse('coauthor-twice', { field: 'residentId' });
  await tx.insert(coauthors).values({ communityId, matterId: matter.id, residentId });
  return ok(await matterReply(tx, actor, matter.id, [await headChanged(tx, communityId, matter.id)], now));
};
