import type { FloodBucket } from '@bandeng/shared/chat/flood.ts';
import type { Author, Message } from '@bandeng/shared/chat/schemas.ts';
import type { Badge, MessageKind } from '@bandeng/shared/chat/vocabulary.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { publish } from '../platform/realtime/publish.ts';
import { prepared, type Tx } from '../platform/store/store.ts';
import type { GroupRow } from './load-group.ts';
import { lookAfterMentioned } from './look-after-mentioned.ts';
import { presentMessages } from './present-message.ts';
import type { MessageRow } from './rows.ts';
import { nextTermsKey, searchTerms } from './search-index.ts';
import type { MessageBody } from './tables.ts';

export interface NewMessage {
  /** A resident; null for a line of the group itself. */
  readonly authorId: string | null;
  /** Command id that it was sent under. */
  readonly sentAs: string;
  readonly kind: MessageKind;
  readonly text: string;
  readonly body: MessageBody;
  readonly quoteSeq?: number | undefined;
  /** Members of the group. */
  readonly mentions?: readonly string[] | undefined;
  readonly mentionsAll?: boolean | undefined;
  /** What the flood limits have left after it. */
  readonly flood?: { readonly group: FloodBucket; readonly member: FloodBucket } | undefined;
}

export const groupChannel = (groupId: string): string => `group:${groupId}`;

const $ = sql.placeholder;

const advanceGroup = prepared('chat_advance_group', (tx: Tx) => {
  const { groups: g } = tx.t;
  return tx
    .update(g)
    .set({
      lastSeq: sql`${$('seq')}`,
      lastAt: sql`${$('at')}`,
      allSeq: sql`${$('allSeq')}`,
      floodTokens: sql`${$('floodTokens')}`,
      floodAt: sql`${$('floodAt')}`,
    })
    .where(and(eq(g.communityId, $('communityId')), eq(g.id, $('groupId'))));
});

/** What one has said one has read; not what stands before it, which a message that waited for a line or a moderator comes after. */
const advanceAuthor = prepared('chat_advance_author', (tx: Tx) => {
  const { groupMembers: m } = tx.t;
  return tx
    .update(m)
    .set({
      readSeq: sql`${m.readSeq} + case when ${m.readSeq} = ${$('seq')} - 1 then 1 else 0 end`,
      floodTokens: sql`coalesce(${$('floodTokens')}, ${m.floodTokens})`,
      floodAt: sql`coalesce(${$('floodAt')}, ${m.floodAt})`,
    })
    .where(and(eq(m.communityId, $('communityId')), eq(m.groupId, $('groupId')), eq(m.residentId, $('residentId'))))
    .returning({ label: m.label, badge: m.badge });
});

const putMessage = prepared('chat_put_message', (tx: Tx) =>
  tx.insert(tx.t.messages).values({
    communityId: $('communityId'),
    groupId: $('groupId'),
    seq: $('seq'),
    authorId: $('authorId'),
    sentAs: $('sentAs'),
    kind: $('kind'),
    text: $('text'),
    body: $('body'),
    quoteSeq: $('quoteSeq'),
    mentions: $('mentions'),
    mentionsAll: $('mentionsAll'),
    at: $('at'),
    state: 'shown',
    stateReason: '',
    eventSeq: $('eventSeq'),
    terms: $('terms'),
    termsKey: nextTermsKey(tx),
  }),
);

/** Also somebody who has left since the author wrote it, and may come back. */
const markMentions = async (tx: Tx, group: GroupRow, residentIds: readonly string[], seq: number) => {
  if (residentIds.length === 0) return;
  const { groupMembers: m } = tx.t;
  await tx
    .update(m)
    .set({ mentionSeq: seq })
    .where(and(eq(m.communityId, group.communityId), eq(m.groupId, group.id), inArray(m.residentId, [...residentIds])));
};

const authorOf = async (tx: Tx, group: GroupRow, message: NewMessage, seq: number): Promise<Author | null> => {
  const { authorId, flood } = message;
  if (authorId === null) return null;
  const [member] = await advanceAuthor(tx, {
    communityId: group.communityId,
    groupId: group.id,
    residentId: authorId,
    seq,
    floodTokens: flood?.member.tokens ?? null,
    floodAt: flood?.member.at ?? null,
  });
  return member ? { id: authorId, label: member.label, badge: member.badge as Badge | null } : null;
};

/**
 * Adds a message to a group: the only place that does. It gets the next sequence, is heard on `group:<id>` as
 * `message-posted`, and marks those whom it mentions, who are told outside the app if they do not read it. Its author has
 * read it where nothing before it was unread. Whether it may be said is decided before.
 * @param group locked by this write (`lockGroup`) and unchanged since, so that sequences have no gaps
 */
export const appendMessage = async (tx: Tx, group: GroupRow, message: NewMessage, now: number): Promise<Message> => {
  const { communityId, id: groupId } = group;
  const { mentions = [], mentionsAll = false, flood } = message;
  const seq = group.lastSeq + 1;
  const author = await authorOf(tx, group, message, seq);
  const row: MessageRow = {
    communityId,
    groupId,
    seq,
    authorId: message.authorId,
    sentAs: message.sentAs,
    kind: message.kind,
    text: message.text,
    body: message.body,
    quoteSeq: message.quoteSeq ?? null,
    mentions: [...mentions],
    mentionsAll,
    at: now,
    state: 'shown',
    stateAt: null,
    stateBy: null,
    stateReason: '',
    eventSeq: 0,
  };
  const known = new Map(author === null ? [] : [[author.id, author]]);
  const [posted] = await presentMessages(tx, communityId, groupId, [row], known);
  if (posted === undefined) throw new Error('a new message could not be presented');
  const eventSeq = await publish(tx, communityId, groupChannel(groupId), 'message-posted', posted, now);
  await putMessage(tx, { ...row, eventSeq, terms: searchTerms(row) });
  await advanceGroup(tx, {
    communityId,
    groupId,
    seq,
    at: now,
    allSeq: mentionsAll ? seq : group.allSeq,
    floodTokens: flood?.group.tokens ?? group.floodTokens,
    floodAt: flood?.group.at ?? group.floodAt,
  });
  const others = mentions.filter((id) => id !== message.authorId);
  await markMentions(tx, group, others, seq);
  await lookAfterMentioned(tx, { communityId, groupId, residentIds: others }, now);
  return posted;
};
