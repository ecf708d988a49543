import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { presentGroup } from './present-group.ts';
import { readGroup } from './read-groups.ts';
import { readPage } from './read-page.ts';

type OpenGroup = typeof chatApi.openGroup;

/**
 * A group with the messages about the one asked for, else about the first unread, else the newest. The cursor is read
 * before the messages: what comes in between is both in the page and heard again. Refuses not-found.
 */
export const openGroup = async (input: QueryInput<OpenGroup>): Promise<Result<Reply<OpenGroup>>> => {
  const { db, actor, params, query, now, deps } = input;
  const found = await readGroup(db, actor.communityId, params.groupId, actor.residentId);
  if (found === undefined) return refuse('not-found');
  const { readSeq } = found.member;
  const unread = found.group.lastSeq > readSeq ? readSeq + 1 : undefined;
  const around = query.around ?? unread;
  const page = await readPage(db, actor, params.groupId, { around }, now, deps.engines);
  return ok({ group: await presentGroup(db, found, now), page });
};
