import { termsOf } from '@bandeng/shared/chat/search-terms.ts';
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../platform/store/store.ts';
import type { MessageRow } from './rows.ts';

/** One term names the group, so that one index serves a search in one group. No word begins with its sign. */
export const groupTerm = (communityId: string, groupId: string): string => `_${communityId}-${groupId}`;

/** What people may look for in a message: its words, and the name of its file. */
export const searchedText = ({ text, body }: Pick<MessageRow, 'text' | 'body'>): string =>
  body.fileName === undefined ? text : `${text}\n${body.fileName}`;

/** The column `terms` of a message that members see; empty where there is nothing to look for. */
export const searchTerms = (row: MessageRow): string => {
  const terms = row.kind === 'event' ? [] : termsOf(searchedText(row));
  return terms.length === 0 ? '' : [groupTerm(row.communityId, row.groupId), ...terms].join(' ');
};

/**
 * The next row number of the search index; newer messages have higher ones. SQLite has one writer, so the highest is
 * known; PostgreSQL counts by itself.
 */
export const nextTermsKey = (tx: Tx): SQL<number> => {
  const { messages } = tx.t;
  return tx.engine === 'sqlite'
    ? sql`(select coalesce(max(${messages.termsKey}), 0) + 1 from ${messages})`
    : sql`nextval('messages_terms_key_seq')`;
};
