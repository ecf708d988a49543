import type { Database } from 'better-sqlite3';

export interface ReadSnapshot {
  /** Reads of this tick see one state of the database: looking at the log once for all of them halves the cost of each. */
  share(): void;
  /** The next read sees what was committed meanwhile. Called before every commit, so that nobody misses an acknowledged write. */
  end(): void;
}

export const openReadSnapshot = (reader: Database): ReadSnapshot => {
  const begin = reader.prepare('BEGIN');
  const commit = reader.prepare('COMMIT');
  let shared = false;
  const end = () => {
    if (!shared) return;
    shared = false;
    // A failed read may have ended it already.
    if (reader.inTransaction) commit.run();
  };
  return {
    share: () => {
      if (shared) return;
      begin.run();
      shared = true;
      setImmediate(end);
    },
    end,
  };
};
