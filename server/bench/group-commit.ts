import BetterSqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { join } from 'node:path';
import { prepared, type Tx } from '../src/platform/store/store.ts';
import { compare, type Comparison } from './compare.ts';
import { makeFolder, openDeps } from './place.ts';

const writes = 2_000;
const $ = sql.placeholder;

const putRow = prepared('bench_put_row', (tx: Tx) =>
  tx.insert(tx.t.outsideTokens).values({ service: $('service'), token: $('token'), expiresAt: $('expiresAt') }),
);

const secondsOf = async (run: () => Promise<void> | void): Promise<number> => {
  const begin = performance.now();
  await run();
  return (performance.now() - begin) / 1000;
};

/** The store with many writers waiting, beside one synced transaction for each write through the bare driver. */
export const benchGroupCommit = async (): Promise<Comparison[]> => {
  const { store } = await openDeps();
  const naked = new BetterSqlite(join(makeFolder(), 'naked.db'));
  naked.pragma('journal_mode=WAL');
  naked.pragma('synchronous=FULL');
  naked.exec('CREATE TABLE one (service TEXT PRIMARY KEY, token TEXT NOT NULL, expires_at INTEGER NOT NULL)');
  const insert = naked.prepare('INSERT INTO one VALUES (?, ?, ?)');
  const [begin, commit] = [naked.prepare('BEGIN IMMEDIATE'), naked.prepare('COMMIT')];
  const result = await compare(
    { name: 'group-commit', against: 'one synced transaction each, bare driver', unit: 'durable writes', rounds: 5 },
    async (round) =>
      writes /
      (await secondsOf(async () => {
        const row = (i: number) => ({ service: `ours-${round}-${i}`, token: 'x'.repeat(64), expiresAt: i });
        await Promise.all(Array.from({ length: writes }, (_, i) => store.write((tx) => putRow(tx, row(i)))));
      })),
    async (round) =>
      writes /
      (await secondsOf(() => {
        for (let i = 0; i < writes; i += 1) {
          begin.run();
          insert.run(`theirs-${round}-${i}`, 'x'.repeat(64), i);
          commit.run();
        }
      })),
  );
  await store.close();
  naked.close();
  return [result];
};
