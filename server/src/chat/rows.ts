import type { Schema } from '../platform/store/schema.ts';

/** A message without what only the search index needs. */
export type MessageRow = Omit<Schema['messages']['$inferSelect'], 'terms' | 'termsKey'>;

/** The columns of a `MessageRow`: the words to search by would double what a page of history reads. */
export const messageColumns = ({ messages: m }: Schema) => ({
  communityId: m.communityId,
  groupId: m.groupId,
  seq: m.seq,
  authorId: m.authorId,
  sentAs: m.sentAs,
  kind: m.kind,
  text: m.text,
  body: m.body,
  quoteSeq: m.quoteSeq,
  mentions: m.mentions,
  mentionsAll: m.mentionsAll,
  at: m.at,
  state: m.state,
  stateAt: m.stateAt,
  stateBy: m.stateBy,
  stateReason: m.stateReason,
  eventSeq: m.eventSeq,
});
