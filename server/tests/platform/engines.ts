import pg from 'pg';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openStore, type StoreLocation } from '../../src/platform/store/open-store.ts';
import type { Store } from '../../src/platform/store/store.ts';

/** For `describe.each(engines)`: everything that touches the store is shown on both. */
export const engines = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof engines)[number];

/** An empty place for a store. Stores opened on one place see the same data: two server processes, or a restart. */
export const makePlace = async (engine: EngineName): Promise<StoreLocation> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bandeng-test-'));
  if (engine === 'sqlite') return { dataDir, databaseUrl: null };
  const url = inject('postgresUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return { dataDir, databaseUrl: `${url}/${name}` };
};

/** Fails the test by an unhandled rejection when the store meets an error of its own. */
export const openTestStore = (place: StoreLocation): Promise<Store> =>
  openStore(place, (error) => {
    throw error;
  });
