import { createHash } from 'node:crypto';
import type { Schema } from '../../src/platform/store/schema.ts';
import type { Store } from '../../src/platform/store/store.ts';

/** What one table holds: how many rows, and a hash over all of them in any order. */
export interface TableState {
  readonly rows: number;
  readonly hash: string;
}

export type State = Readonly<Record<string, TableState>>;

/** Every table of the server, whole. Two equal states hold the same rows. */
export const readState = (store: Store): Promise<State> =>
  store.read(async (db) => {
    const state: Record<string, TableState> = {};
    for (const [name, table] of Object.entries(db.t)) {
      const rows = (await db.select().from(table as Schema['accounts'])).map((row) => JSON.stringify(row)).sort();
      state[name] = { rows: rows.length, hash: createHash('sha256').update(rows.join('\n')).digest('base64url') };
    }
    return state;
  });

/** Names of the tables that differ. */
export const changedTables = (before: State, after: State): string[] =>
  Object.keys(after).filter((name) => before[name]?.hash !== after[name]?.hash);
