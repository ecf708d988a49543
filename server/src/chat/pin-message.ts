import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { allowedTo, seeGroup } from './load-group.ts';
import { findMessage } from './load-message.ts';
import { publishGroup } from './publish-group.ts';

/** A leader puts one message above the conversation, or takes it down (`seq` null). */
export const pinMessage = async (input: CommandInput<typeof chatApi.pinMessage>): Promise<Result<{ done: true }>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId } = actor;
  const seen = await seeGroup(tx, actor, params.groupId);
  if (!seen) return refuse('not-found');
  const { group } = seen;
  if (group.dissolvedAt !== null) return refuse('group-dissolved');
  if (!allowedTo(seen, now).includes('pin')) return refuse('not-allowed');
  if (body.seq !== null) {
    const row = await findMessage(tx, communityId, group.id, body.seq);
    if (!row || row.kind === 'event') return refuse('not-found', { field: 'seq' });
    if (row.state !== 'shown') return refuse('message-gone', { field: 'seq' });
  }
  if (group.pinnedSeq === body.seq) return ok({ done: true });
  const { groups: g } = tx.t;
  await tx
    .update(g)
    .set({ pinnedSeq: body.seq })
    .where(and(eq(g.communityId, communityId), eq(g.id, group.id)));
  await publishGroup(tx, { ...group, pinnedSeq: body.seq }, now);
  return ok({ done: true });
};
