import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { MessagePage } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { seeGroup } from './load-group.ts';
import { readPage } from './read-page.ts';

/** A stretch of the history of a group that one is in. */
export const listMessages = async ({
  db,
  actor,
  params,
  query,
  now,
  deps,
}: QueryInput<typeof chatApi.listMessages>): Promise<Result<MessagePage>> => {
  const asked = [query.before, query.after, query.around].filter((seq) => seq !== undefined);
  if (asked.length > 1) return refuse('bad-request', { field: 'around' });
  if (!(await seeGroup(db, actor, params.groupId))) return refuse('not-found');
  return ok(await readPage(db, actor, params.groupId, query, now, deps.engines));
};
