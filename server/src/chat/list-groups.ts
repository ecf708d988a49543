import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { readChannelSeq } from '../platform/realtime/publish.ts';
import { presentGroupRow, readGroups } from './read-groups.ts';

type ListGroups = typeof chatApi.listGroups;

/** My groups, in two statements however many they are. */
export const listGroups = async ({ db, actor }: QueryInput<ListGroups>): Promise<Result<Reply<ListGroups>>> => {
  const { communityId, residentId } = actor;
  // The cursor first: what changes between the two reads is then heard again.
  const cursor = await readChannelSeq(db, communityId, `me:${residentId}`);
  const found = await readGroups(db, communityId, residentId);
  return ok({ items: found.map(presentGroupRow), cursor });
};
