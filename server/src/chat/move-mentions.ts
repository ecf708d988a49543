import type { MessageState } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';
import { findMention } from './find-mention.ts';
import type { GroupRow } from './load-group.ts';
import type { MessageRow } from './rows.ts';

/** The newest before it that still calls somebody; 0 for none. */
const findEarlier = async (tx: Tx, { communityId, groupId, seq }: MessageRow, residentId: string | null, after: number): Promise<number> =>
  (await findMention(tx, { communityId, groupId, residentId, after, before: seq, which: 'newest' }))?.seq ?? 0;

const moveOwn = async (tx: Tx, row: MessageRow, state: MessageState): Promise<void> => {
  const { communityId, groupId, seq, mentions } = row;
  if (mentions.length === 0) return;
  const { groupMembers: m } = tx.t;
  const here = and(eq(m.communityId, communityId), eq(m.groupId, groupId), inArray(m.residentId, mentions));
  if (state === 'shown') {
    await tx.update(m).set({ mentionSeq: seq }).where(and(here, lt(m.mentionSeq, seq)));
    return;
  }
  const called = await tx.select().from(m).where(and(here, eq(m.mentionSeq, seq)));
  for (const { residentId, readSeq } of called) {
    const mentionSeq = await findEarlier(tx, row, residentId, readSeq);
    await tx.update(m).set({ mentionSeq }).where(and(here, eq(m.residentId, residentId)));
  }
};

const moveAll = async (tx: Tx, group: GroupRow, row: MessageRow, state: MessageState): Promise<void> => {
  const { seq } = row;
  if (!row.mentionsAll || (state === 'shown' ? group.allSeq >= seq : group.allSeq !== seq)) return;
  const { groups: g } = tx.t;
  const allSeq = state === 'shown' ? seq : await findEarlier(tx, row, null, 0);
  await tx
    .update(g)
    .set({ allSeq })
    .where(and(eq(g.communityId, group.communityId), eq(g.id, group.id)));
};

/**
 * Whom a message mentioned is no longer called by it once it is taken back, and is again when it is given back; what else
 * calls them still does.
 * @param group locked by this write
 * @param row as it was before
 */
export const moveMentions = async (tx: Tx, group: GroupRow, row: MessageRow, state: MessageState): Promise<void> => {
  await moveOwn(tx, row, state);
  await moveAll(tx, group, row, state);
};
