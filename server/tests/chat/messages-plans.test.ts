import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { eq, type Query } from 'drizzle-orm';
import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findCandidates, selectKeys } from '../../src/chat/find-messages.ts';
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

/** What the planner knows of the table when it is asked. Undone with the transaction. */
const takeStatistics = {
  reset: async (client: pg.Client) => {
    await client.query(`SELECT pg_clear_relation_stats('public', 'messages')`);
    await client.query(`DELETE FROM pg_statistic WHERE starelid IN ('messages'::regclass, 'messages_search'::regclass)`);
  },
  empty: async (client: pg.Client) => {
    await client.query('CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT * FROM messages');
    await client.query('DELETE FROM messages');
    await client.query('ANALYZE messages');
    await client.query('INSERT INTO messages SELECT * FROM kept');
  },
  fresh: (client: pg.Client) => client.query('ANALYZE messages'),
} as const;

/** What a function of the database does, planned as inside of it: with its settings. */
const enter = async (client: pg.Client, name: string): Promise<string> => {
  const { rows } = await client.query<{ prosrc: string; proconfig: string[] }>('SELECT prosrc, proconfig FROM pg_proc WHERE proname = $1', [name]);
  const [found] = rows;
  if (!found) throw new Error(`there is no function ${name}`);
  for (const setting of found.proconfig) await client.query(`SET LOCAL ${setting}`);
  return found.prosrc;
};

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

  const explain = async (asked: string | { readonly body: string }, values: unknown[], statistics: 'reset' | 'empty' | 'fresh' = 'fresh'): Promise<string> => {
    const { databaseUrl, dataDir } = t.place;
    if (databaseUrl === null) {
      if (typeof asked !== 'string') throw new Error('SQLite has no functions');
      const file = new BetterSqlite(join(dataDir, 'bandeng.db'), { readonly: true });
      try {
        return JSON.stringify(file.prepare(`EXPLAIN QUERY PLAN ${asked}`).all(...values));
      } finally {
        file.close();
      }
    }
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      await takeStatistics[statistics](client);
      const { rows } = await client.query<Record<string, unknown>>(`EXPLAIN (FORMAT JSON) ${typeof asked === 'string' ? asked : await enter(client, asked.body)}`, values);
      await client.query('ROLLBACK');
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
    const plan = await explain(query.sql, fill(query, { ...g.params, seq: 5000, limit: 51 }));
    if (engine === 'sqlite') {
      expect(plan).toMatch(/SEARCH messages USING INDEX sqlite_autoindex_messages_1 \(community_id=\? AND group_id=\? AND seq[<>]\?\)/);
      expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
    } else {
      expect(plan).toMatch(/"Index Name":"messages_community_id_group_id_seq_pk"/);
      expect(plan).toMatch(/"Index Cond":"[^"]*seq [<>]/);
      expect(plan).not.toMatch(/"Sort"|Seq Scan/);
    }
  });

  const sought = (terms: readonly string[]) => ({ communityId: g.params.communityId, groupIds: [g.groupId], terms, below: 9_000_000 });

  test('a search asks the index of the terms, not the history', async () => {
    const rare = sought(['暖气', '气改']);
    const found = await t.deps.store.read((db) => findCandidates(db, rare, 21));
    expect(found.map(({ row }) => row.seq)).toEqual([8]);
    if (engine === 'postgres') return;
    const query = await t.deps.store.read(async (db) => selectKeys(db, rare, 21).toSQL());
    const plan = await explain(query.sql, query.params);
    expect(plan).toMatch(/messages_search VIRTUAL TABLE INDEX/);
    expect(plan).not.toMatch(/TEMP B-TREE/);
  });

  test.runIf(engine === 'postgres').each([
    ['that were never taken', 'reset'],
    ['of an empty table', 'empty'],
    ['of now', 'fresh'],
  ] as const)('a word that everybody uses is found among the last messages, a rare one by its index, with statistics %s', async (_of, statistics) => {
    const group = `${g.params.communityId}/${g.groupId}`;
    const plans = [
      await explain({ body: 'recent_messages' }, [group, 9_000_000, 1000], statistics),
      await explain({ body: 'messages_with_terms' }, [['暖气'], [`_${g.params.communityId}-${g.groupId}`], 9_000_000, 21], statistics),
    ];
    expect(plans[0]).toMatch(/"Scan Direction":"Backward","Index Name":"messages_recent"/);
    expect(plans[0]).toMatch(/"Index Cond":"[^"]*community_id[^"]*group_id[^"]*terms_key \+ 0\) </);
    expect(plans[0]).not.toMatch(/"Sort"/);
    expect(plans[1]).toMatch(/"Index Name":"messages_search"/);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan|messages_community_id|messages_terms_key/);
  });

  test('hits of several groups come newest first and all of them, also where one group has more than is looked through', async () => {
    const params = { communityId: g.params.communityId };
    const { id: groupId } = await t.as(g.v.by.neighbour).post(api.createGroup, { params, body: { name: '遛狗群' } });
    const { messages: m } = t.deps.store.t;
    await t.deps.store.write((tx) => tx.delete(m).where(eq(m.groupId, groupId)));
    const other = { ...g, groupId, params: { ...params, groupId } };
    // All of them are older than the first group.
    await putMessages(t, other, Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? `第 ${i} 句话` : '别的')), 1_000_000 - 60);
    const both = { ...sought(['句话']), groupIds: [g.groupId, groupId] };
    const keys: number[] = [];
    for (let below = 9_000_000; ; ) {
      const batch = await t.deps.store.read((db) => findCandidates(db, { ...both, below }, 1500));
      keys.push(...batch.map(({ key }) => key));
      if (batch.length < 1500) break;
      below = batch.at(-1)?.key ?? 0;
    }
    expect(keys).toHaveLength(9_999 + 30);
    expect(keys).toEqual([...keys].sort((one, two) => two - one));
    const few = await t.deps.store.read((db) => findCandidates(db, { ...both, below: 1_000_010 }, 21));
    expect(few.map(({ key }) => key)).toEqual(keys.filter((key) => key < 1_000_010).slice(0, 21));
  });
});
