import type { TextSearch } from '@bandeng/shared/chat/search-terms.ts';
import { and, desc, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { messageColumns, type MessageRow } from './rows.ts';
import { groupTerm } from './search-index.ts';

export interface Hit {
  readonly row: MessageRow;
  /** Newer messages have higher ones. */
  readonly key: number;
}

export interface Sought {
  readonly communityId: string;
  readonly groupIds: readonly string[];
  readonly terms: TextSearch['terms'];
  /** Only rows of the index below this one. */
  readonly below: number;
}

/** FTS5 reads a text in double quotes as one term; none of ours has any. */
const quoted = (term: string): string => `"${term}"`;

/** Row numbers of the newest candidates. FTS5 gives them in this order by itself and stops when it has enough. */
export const selectKeys = (db: Db, { communityId, groupIds, terms, below }: Sought, limit: number) => {
  const groups = groupIds.map((id) => quoted(groupTerm(communityId, id))).join(' OR ');
  const asked = [`(${groups})`, ...terms.map(quoted)].join(' AND ');
  return db
    .select({ key: sql<number>`rowid` })
    .from(sql`messages_search`)
    .where(sql`messages_search match ${asked} and rowid < ${below}`)
    .orderBy(sql`rowid desc`)
    .limit(limit);
};

const hasTerms = (db: Db, { communityId, groupIds, terms }: Sought): SQL | undefined => {
  const { messages: m } = db.t;
  const have = sql`string_to_array(${m.terms}, ' ')`;
  const groups = groupIds.map((id) => groupTerm(communityId, id));
  return and(
    ne(m.terms, sql`''`),
    sql`${have} @> ${sql.param(terms)}::text[]`,
    sql`${have} && ${sql.param(groups)}::text[]`,
  );
};

const selectHits = (db: Db, { communityId, groupIds }: Sought, more: SQL | undefined) => {
  const { messages: m } = db.t;
  return db
    .select({ row: messageColumns(db.t), key: m.termsKey })
    .from(m)
    .where(and(more, eq(m.communityId, communityId), inArray(m.groupId, [...groupIds])));
};

/** PostgreSQL finds by the inverted index of the terms. */
export const selectByTerms = (db: Db, sought: Sought, limit: number) => {
  // A sum is in no index: walking the row numbers downwards would read everything that does not match.
  const key = sql`(${db.t.messages.termsKey} + 0)`;
  return selectHits(db, sought, and(hasTerms(db, sought), sql`${key} < ${sought.below}`))
    .orderBy(sql`${key} desc`)
    .limit(limit);
};

/** Messages of these groups whose terms have all that is sought, newest first. What the terms promise is for the caller to verify. */
export const findCandidates = async (db: Db, sought: Sought, limit: number): Promise<Hit[]> => {
  if (db.engine === 'postgres') return selectByTerms(db, sought, limit);
  const { messages: m } = db.t;
  const keys = (await selectKeys(db, sought, limit)).map(({ key }) => key);
  return keys.length === 0 ? [] : selectHits(db, sought, inArray(m.termsKey, keys)).orderBy(desc(m.termsKey));
};
