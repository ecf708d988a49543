import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import { prepared, type Tx } from '../platform/store/store.ts';
import { seeGroup } from './load-group.ts';

const $ = sql.placeholder;

/** Only forward, also when two devices say so at once. */
const advance = prepared('chat_mark_read', (tx: Tx) => {
  const { groupMembers: m } = tx.t;
  return tx
    .update(m)
    .set({ readSeq: sql`${$('seq')}` })
    .where(
      and(
        eq(m.communityId, $('communityId')),
        eq(m.groupId, $('groupId')),
        eq(m.residentId, $('residentId')),
        lt(m.readSeq, $('seq')),
      ),
    )
    .returning({ readSeq: m.readSeq });
});

/**
 * The member has read up to here. The watermark never goes back and never beyond the last message; the member's other
 * devices hear of it.
 */
export const markRead = async (
  input: CommandInput<typeof chatApi.markRead>,
): Promise<Result<{ readSeq: number; unread: number }>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const seen = await seeGroup(tx, actor, params.groupId);
  if (!seen) return refuse('not-found');
  const { group, member } = seen;
  const seq = Math.min(body.seq, group.lastSeq);
  const moved = await advance(tx, { communityId, groupId: group.id, residentId, seq });
  if (moved.length > 0) {
    await publish(tx, communityId, `me:${residentId}`, 'group-read', { groupId: group.id, readSeq: seq }, now);
  }
  const readSeq = Math.max(seq, member.readSeq);
  return ok({ readSeq, unread: group.lastSeq - readSeq });
};
