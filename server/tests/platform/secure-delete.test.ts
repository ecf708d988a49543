import BetterSqlite from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makePlace, openTestStore } from './engines.ts';

it('leaves nothing of a deleted row in the file of SQLite once the log was moved into it', async () => {
  const place = await makePlace('sqlite');
  const store = await openTestStore(place);
  const file = join(place.dataDir, 'bandeng.db');
  const checkpoint = () => {
    const other = new BetterSqlite(file);
    other.pragma('wal_checkpoint(TRUNCATE)');
    other.close();
  };
  const channel = 'the-row-that-must-not-stay';
  await store.write((tx) => tx.insert(tx.t.channels).values({ communityId: 'c', channel, lastSeq: 1 }));
  checkpoint();
  expect(readFileSync(file).includes(channel)).toBe(true);
  await store.write((tx) => tx.delete(tx.t.channels));
  checkpoint();
  expect(readFileSync(file).includes(channel)).toBe(false);
  await store.close();
});
