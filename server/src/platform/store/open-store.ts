import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPgStore } from './pg-store.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

const migrations = (engine: 'sqlite' | 'pg') => fileURLToPath(new URL(`../../../migrations/${engine}`, import.meta.url));

export interface StoreLocation {
  /** Folder of the embedded database. */
  dataDir: string;
  /** `postgres://…`, or null for the embedded database. */
  databaseUrl: string | null;
}

/** Opens the store that the configuration names, and brings its tables up to date. */
export const openStore = async (where: StoreLocation, onError: (error: unknown) => void): Promise<Store> => {
  if (where.databaseUrl !== null) {
    return openPgStore({ url: where.databaseUrl, migrations: migrations('pg'), onError });
  }
  mkdirSync(where.dataDir, { recursive: true });
  return openSqliteStore({ file: join(where.dataDir, 'bandeng.db'), migrations: migrations('sqlite'), onError });
};
