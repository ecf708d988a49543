import type { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { moderates } from '@bandeng/shared/chat/who-moderates.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { changeMessage } from './change-message.ts';
import { findGroup, seeGroup } from './load-group.ts';
import { findNamedMessage } from './load-message.ts';
import { loadOrderFacts } from './moderation/order-scope.ts';
import { writeModeration } from './write-moderation.ts';

/** Who keeps order takes a message away from everybody. The original stays for its author's appeal. */
export const deleteMessage = async (
  input: CommandInput<typeof chatApi.deleteMessage>,
): Promise<Result<Message>> => {
  const { tx, actor, params, body, now } = input;
  const group = await findGroup(tx, actor.communityId, params.groupId);
  const row = group && (await findNamedMessage(tx, params));
  if (!group || !row) return refuse('not-found');
  if (!moderates(await loadOrderFacts(tx, actor, group))) {
    return refuse((await seeGroup(tx, actor, group.id)) ? 'not-allowed' : 'not-found');
  }
  if (row.kind === 'event') return refuse('not-found');
  if (row.state !== 'shown') return refuse('message-gone');
  const { reason } = body;
  const change = { state: 'deleted', by: actor.residentId, reason } as const;
  const deleted = await changeMessage(tx, group, row.seq, change, now);
  const entry = { action: 'deleted', groupId: group.id, seq: row.seq, aboutId: row.authorId, reason } as const;
  await writeModeration(input, entry);
  return ok(deleted);
};
