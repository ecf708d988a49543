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
const findKeys = async (db: Db, { communityId, groupIds, terms, below }: Sought, limit: number): Promise<number[]> => {
  const groups = groupIds.map((id) => quoted(groupTerm(communityId, id))).join(' OR ');
  const asked = [`(${groups})`, ...terms.map(quoted)].join(' AND ');
  const rows = await db
    .select({ key: sql<number>`rowid` })
    .from(sql`messages_search`)
    .where(sql`messages_search match ${asked} and rowid < ${below}`)
    .orderBy(sql`rowid desc`)
    .limit(limit);
  return rows.map(({ key }) => key);
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

/** Messages of these groups whose terms have all that is sought, newest first. What the terms promise is for the caller to verify. */
export const findCandidates = async (db: Db, sought: Sought, limit: number): Promise<Hit[]> => {
  const { messages: m } = db.t;
  const { communityId, groupIds, below } = sought;
  const hits = db
    .select({ row: messageColumns(db.t), key: m.termsKey })
    .from(m);
  const here = and(eq(m.communityId, communityId), inArray(m.groupId, [...groupIds]));
  if (db.engine === 'sqlite') {
    const keys = await findKeys(db, sought, limit);
    if (keys.length === 0) return [];
    return hits.where(and(inArray(m.termsKey, keys), here)).orderBy(desc(m.termsKey));
  }
  // A sum is in no index: walking the row numbers downwards would read everything that does not match.
  const key = sql`(${m.termsKey} + 0)`;
  return hits
    .where(and(hasTerms(db, sought), here, sql`${key} < ${below}`))
    .orderBy(sql`${key} desc`)
    .limit(limit);
};
