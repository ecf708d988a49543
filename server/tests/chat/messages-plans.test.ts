import type { Query } from 'drizzle-orm';
import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCandidates, selectByTerms, selectKeys } from '../../src/chat/find-messages.ts';
import { selectNewer, selectOlder } from '../../src/chat/page-queries.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { putMessages } from './put-messages.ts';
import { seedGroup, type TestGroup } from './seed-group.ts';

/** The values of a statement with its places filled. */
const fill = ({ params }: Query, args: Record<string, unknown>): unknown[] =>
  params.map((param) =>
    typeof param === 'object' && param !== null && 'name' in param ? args[(param as { name: string }).name] : param,
  );

describe.each(engines)('plans for a long history on %s', (engine) => {
  let t: TestApp;
  let g: TestGroup;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    g = await seedGroup(t);
    const texts = Array.from({ length: 10_000 }, (_, i) => (i === 7 ? '暖气改造' : `第 ${i} 句话说的是别的`));
    await putMessages(t, g, texts, 1_000_000);
  });
  afterAll(() => t.close());

  const explain = async (query: Query, values: unknown[]): Promise<string> => {
    const { databaseUrl, dataDir } = t.place;
    if (databaseUrl === null) {
      const file = new BetterSqlite(join(dataDir, 'bandeng.db'), { readonly: true });
      try {
        return JSON.stringify(file.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(...values));
      } finally {
        file.close();
      }
    }
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query('ANALYZE messages');
      const { rows } = await client.query<Record<string, unknown>>(`EXPLAIN (FORMAT JSON) ${query.sql}`, values);
      return JSON.stringify(rows);
    } finally {
      await client.end();
    }
  };

  test.each([
    ['newer', selectNewer],
    ['older', selectOlder],
  ] as const)('%s messages are a range of the primary key, read in its order', async (_name, select) => {
    const query = await t.deps.store.read(async (db) => select(db).toSQL());
    const plan = await explain(query, fill(query, { ...g.params, seq: 5000, limit: 51 }));
    if (engine === 'sqlite') {
      expect(plan).toMatch(/SEARCH messages USING INDEX sqlite_autoindex_messages_1 \(community_id=\? AND group_id=\? AND seq[<>]\?\)/);
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
    } else {
      expect(plan).toMatch(/"Index Name":"messages_community_id_group_id_seq_pk"/);
      expect(plan).toMatch(/"Index Cond":"[^"]*seq [<>]/);
      expect(plan).not.toMatch(/"Sort"|Seq Scan/);
    }
  });

  test('a search asks the index of the terms, not the history', async () => {
    const sought = { communityId: g.params.communityId, groupIds: [g.groupId], terms: ['暖气', '气改'], below: 9_000_000 };
    const found = await t.deps.store.read((db) => findCandidates(db, sought, 21));
    expect(found.map(({ row }) => row.seq)).toEqual([8]);
    const query = await t.deps.store.read(async (db) => {
      const select = db.engine === 'sqlite' ? selectKeys(db, sought, 21) : selectByTerms(db, sought, 21);
      return select.toSQL();
    });
    const plan = await explain(query, query.params);
    expect(plan).toMatch(engine === 'sqlite' ? /messages_search VIRTUAL TABLE INDEX/ : /"Index Name":"messages_search"/);
    expect(plan).not.toMatch(/TEMP B-TREE|Seq Scan/);
  });
});
