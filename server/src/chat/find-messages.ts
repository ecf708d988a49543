import type { TextSearch } from '@bandeng/shared/chat/search-terms.ts';
import { desc, inArray, sql, type SQL } from 'drizzle-orm';
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

/** Messages of each group that are looked through before the index is asked. */
const windowOf = (groups: number): number => Math.max(50, Math.ceil(1000 / groups));

const newestFirst = (db: Db, hits: SQL, limit: number) =>
  db
    .select({ key: sql<number>`hits.key`.mapWith(Number) })
    .from(sql`${hits} as hits`)
    .orderBy(sql`hits.key desc`)
    .limit(limit);

/**
 * The newest hits among the last messages of each group, read in the order of an index: a common word is found here, and
 * how long that takes does not depend on how long the history is. What is older than the oldest message looked at in
 * some group is left out, since there may be newer ones. The function that reads leaves the planner one way only,
 * whatever it takes the table for.
 */
const selectRecentKeys = (db: Db, { communityId, groupIds, terms, below }: Sought, limit: number) => {
  const rows = windowOf(groupIds.length);
  const groups = groupIds.map((id) => `${communityId}/${id}`);
  const recent = sql`(
    with recent as materialized (
      select g.id, m.key, m.words
      from unnest(${sql.param(groups)}::text[]) as g(id) cross join lateral recent_messages(g.id, ${below}, ${rows}) m
    ), whole as materialized (
      select coalesce(max(low), 0) as since
      from (select min(key) as low from recent group by id having count(*) >= ${rows}) as windows
    )
    select recent.key from recent cross join whole
    where recent.key >= whole.since and string_to_array(recent.words, ' ') @> ${sql.param(terms)}::text[]
  )`;
  return newestFirst(db, recent, limit);
};

/** All hits by the inverted index, which is right for words that are rare. */
const selectKeysByTerms = (db: Db, { communityId, groupIds, terms, below }: Sought, limit: number) => {
  const groups = groupIds.map((id) => groupTerm(communityId, id));
  const found = sql`messages_with_terms(${sql.param(terms)}::text[], ${sql.param(groups)}::text[], ${below}, ${limit})`;
  return newestFirst(db, found, limit);
};

/** Row numbers of the newest candidates, newest first. */
const findKeys = async (db: Db, sought: Sought, limit: number): Promise<number[]> => {
  if (db.engine === 'sqlite') return (await selectKeys(db, sought, limit)).map(({ key }) => key);
  const recent = await selectRecentKeys(db, sought, limit);
  const found = recent.length >= limit ? recent : await selectKeysByTerms(db, sought, limit);
  return found.map(({ key }) => key);
};

/** Messages of these groups whose terms have all that is sought, newest first. What the terms promise is for the caller to verify. */
export const findCandidates = async (db: Db, sought: Sought, limit: number): Promise<Hit[]> => {
  const { messages: m } = db.t;
  const keys = await findKeys(db, sought, limit);
  if (keys.length === 0) return [];
  // Asked by the row numbers alone: their index is unique, and what it gives lies in these groups.
  return db.select({ row: messageColumns(db.t), key: m.termsKey }).from(m).where(inArray(m.termsKey, keys)).orderBy(desc(m.termsKey));
};
