import type { Message } from '@bandeng/shared/chat/schemas.ts';
import type { MessageState } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import { publish } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { groupChannel } from './append-message.ts';
import type { GroupRow } from './load-group.ts';
import { findMessage } from './load-message.ts';
import { moveMentions } from './move-mentions.ts';
import { presentMessages } from './present-message.ts';
import { publishGroup } from './publish-group.ts';
import { messageColumns, type MessageRow } from './rows.ts';
import { searchTerms } from './search-index.ts';

export interface MessageChange {
  /** `shown` gives back what was deleted; what was recalled is gone for good. */
  readonly state: MessageState;
  /** A resident. */
  readonly by: string;
  readonly reason: string;
}

/** Writes anew what the channel keeps, so that who resumes later does not get what was taken back. */
const rewriteEvent = async (tx: Tx, row: MessageRow, shown: Message) => {
  const { channelEvents: e } = tx.t;
  await tx
    .update(e)
    .set({ data: shown })
    .where(
      and(
        eq(e.communityId, row.communityId),
        eq(e.channel, groupChannel(row.groupId)),
        eq(e.seq, row.eventSeq),
      ),
    );
};

/** Messages that quote it carry its first words in their events. */
const rewriteQuotes = async (tx: Tx, { communityId, groupId, seq }: MessageRow) => {
  const { messages: m } = tx.t;
  const quoting = await tx
    .select(messageColumns(tx.t))
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.quoteSeq, seq)));
  const shown = await presentMessages(tx, communityId, groupId, quoting);
  for (const [i, row] of quoting.entries()) if (shown[i]) await rewriteEvent(tx, row, shown[i]);
};

/** A file that is taken back belongs to nobody any more, and is cleared away as such. */
const releaseFile = async (tx: Tx, { communityId, body }: MessageRow) => {
  if (body.fileId === undefined) return;
  const { files: f } = tx.t;
  await tx
    .update(f)
    .set({ ownerKind: null, ownerId: null })
    .where(and(eq(f.communityId, communityId), eq(f.id, body.fileId)));
};

const unpin = async (tx: Tx, group: GroupRow, now: number) => {
  const { groups: g } = tx.t;
  await tx
    .update(g)
    .set({ pinnedSeq: null })
    .where(and(eq(g.communityId, group.communityId), eq(g.id, group.id)));
  await publishGroup(tx, { ...group, pinnedSeq: null }, now);
};

const nothing = { text: '', body: {}, mentions: [], mentionsAll: false };

/**
 * Recalls, deletes or gives back a message and says so on the channel (`message-changed`, with the message as members
 * now see it). What is recalled is erased: words, file, what others quote of it, search and channel. What is deleted stays
 * in its row alone, for an appeal. Whether it may be done is decided before.
 * @param group locked by this write
 */
export const changeMessage = async (
  tx: Tx,
  group: GroupRow,
  seq: number,
  { state, by, reason }: MessageChange,
  now: number,
): Promise<Message> => {
  const { communityId, id: groupId } = group;
  const row = await findMessage(tx, communityId, groupId, seq);
  if (row === undefined) throw new Error(`group ${groupId} has no message ${seq}`);
  if (row.state === 'recalled') throw new Error('what was recalled cannot change any more');
  const { messages: m } = tx.t;
  const here = and(eq(m.communityId, communityId), eq(m.groupId, groupId), eq(m.seq, seq));
  const kept = state === 'recalled' ? { ...row, ...nothing, quoteSeq: null } : row;
  const changed: MessageRow = { ...kept, state, stateAt: now, stateBy: by, stateReason: reason };
  const terms = state === 'shown' ? searchTerms(changed) : '';
  const { text, body, quoteSeq, mentions, mentionsAll } = kept;
  await tx
    .update(m)
    .set({ text, body, quoteSeq, mentions, mentionsAll, state, stateAt: now, stateBy: by, stateReason: reason, terms })
    .where(here);
  const [shown] = await presentMessages(tx, communityId, groupId, [changed]);
  if (shown === undefined) throw new Error('a changed message could not be presented');
  if (state !== 'shown') {
    await rewriteEvent(tx, row, shown);
    await rewriteQuotes(tx, row);
    if (group.pinnedSeq === seq) await unpin(tx, group, now);
  }
  await moveMentions(tx, group, row, state);
  if (state === 'recalled') await releaseFile(tx, row);
  const eventSeq = await publish(tx, communityId, groupChannel(groupId), 'message-changed', shown, now);
  // From now on this event carries what it says; a later change has to find it.
  if (state === 'shown') await tx.update(m).set({ eventSeq }).where(here);
  return shown;
};
