import BetterSqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { fdatasync, openSync, closeSync } from 'node:fs';
import { kits } from './kit.ts';
import { openReadSnapshot } from './read-snapshot.ts';
import { defineSchema } from './schema.ts';
import type { Db, Store, StoreStats, Tx } from './store.ts';

interface Job {
  run: (tx: Tx) => Promise<unknown>;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
  result: { value: unknown } | { error: unknown };
  after: (() => void)[];
}

export interface SqliteOptions {
  file: string;
  migrations: string;
  /** Told of an `after` or listener that threw: the write itself stands. */
  onError: (error: unknown) => void;
  maxBatch?: number;
  /** Stops taking further writes into a batch after this long, so that the event loop breathes. */
  budgetMs?: number;
}

const open = (file: string, readonly: boolean) => {
  const connection = new BetterSqlite(file, { readonly });
  connection.pragma('busy_timeout=5000');
  if (!readonly) connection.pragma('journal_mode=WAL');
  // Commits do not sync by themselves: the batch loop syncs the log before it acknowledges anything.
  connection.pragma('synchronous=NORMAL');
  connection.pragma('foreign_keys=ON');
  // What is deleted is overwritten with zeros: the box of a secret ballot is written anew when it is counted.
  connection.pragma('secure_delete=ON');
  connection.pragma('cache_size=-65536');
  return connection;
};

/**
 * The embedded engine: one writer with group commit. Queued writes run in one transaction, each in its own savepoint;
 * one fdatasync of the write-ahead log acknowledges every batch that was committed before it began. A second,
 * read-only connection serves reads.
 */
export const openSqliteStore = (options: SqliteOptions): Store => {
  const { file, onError, maxBatch = 256, budgetMs = 4 } = options;
  const writer = open(file, false);
  const t = defineSchema(kits.sqlite);
  migrate(drizzle(writer, { casing: 'snake_case' }), { migrationsFolder: options.migrations });
  const reader = open(file, true);
  const wrap = (connection: BetterSqlite.Database) =>
    Object.assign(drizzle(connection, { casing: 'snake_case' }), { t, engine: 'sqlite' as const }) as unknown as Tx;
  const readDb: Db = wrap(reader);
  const tx = wrap(writer);

  const begin = writer.prepare('BEGIN IMMEDIATE');
  const commit = writer.prepare('COMMIT');
  const rollback = writer.prepare('ROLLBACK');
  const savepoint = writer.prepare('SAVEPOINT one');
  const release = writer.prepare('RELEASE one');
  const rollbackOne = writer.prepare('ROLLBACK TO one');
  const snapshot = openReadSnapshot(reader);
  // The log exists since the first read, and keeps its inode until the last connection closes: one descriptor serves.
  const log = openSync(`${file}-wal`, 'r');

  const stats: StoreStats = { commits: 0, writes: 0 };
  const queue: Job[] = [];
  const listeners = new Set<(message: string) => void>();
  let current: Job | undefined;
  let pumping: Promise<void> | undefined;
  let syncing: Promise<void> | undefined;
  let committed: Job[][] = [];
  /** Set when the disk refused a sync: what was committed may be lost, so nothing may be promised any more. */
  let broken: unknown;

  const attempt = (run: () => void) => {
    try {
      run();
    } catch (error) {
      onError(error);
    }
  };

  tx.lock = async () => {};
  tx.after = (run) => {
    current?.after.push(run);
  };
  tx.notify = async (message) => {
    current?.after.push(() => {
      for (const heard of listeners) attempt(() => heard(message));
    });
  };

  const settle = (batch: Job[], failure?: { error: unknown }) => {
    for (const job of batch) {
      const result = failure ?? job.result;
      if ('error' in result) {
        job.reject(result.error);
        continue;
      }
      for (const run of job.after) attempt(run);
      job.resolve(result.value as never);
    }
  };

  const sync = async () => {
    while (committed.length > 0) {
      const batches = committed;
      committed = [];
      const error = await new Promise<Error | null>((done) => fdatasync(log, done));
      if (error) broken = error;
      for (const batch of batches) settle(batch, error ? { error } : undefined);
    }
    syncing = undefined;
  };

  const runOne = async (job: Job, crossed: () => boolean) => {
    savepoint.run();
    current = job;
    try {
      job.result = { value: await job.run(tx) };
      if (crossed()) throw new Error('a write awaited something other than the database');
    } catch (error) {
      job.result = { error };
      rollbackOne.run();
    }
    current = undefined;
    release.run();
  };

  const runBatch = async () => {
    const batch: Job[] = [];
    const end = performance.now() + budgetMs;
    // Database calls settle in microtasks, so this fires only when a write waited for something else.
    let crossed = false;
    const watch = setImmediate(() => (crossed = true));
    try {
      begin.run();
      while (queue.length > 0 && batch.length < maxBatch && (batch.length === 0 || performance.now() < end)) {
        const job = queue.shift();
        if (!job) break;
        batch.push(job);
        await runOne(job, () => crossed);
      }
      // Whoever reads once this is acknowledged must see it, also in the same tick.
      snapshot.end();
      commit.run();
      stats.commits += 1;
      stats.writes += batch.length;
      committed.push(batch);
      syncing ??= sync();
    } catch (error) {
      if (writer.inTransaction) rollback.run();
      settle(batch.length > 0 ? batch : queue.splice(0), { error });
    } finally {
      clearImmediate(watch);
    }
  };

  const pump = async () => {
    await new Promise(setImmediate);
    while (queue.length > 0) {
      if (broken !== undefined) settle(queue.splice(0), { error: broken });
      else await runBatch();
      if (queue.length > 0) await new Promise(setImmediate);
    }
    pumping = undefined;
  };

  return {
    engine: 'sqlite',
    t,
    stats,
    read: async (run) => {
      snapshot.share();
      return run(readDb);
    },
    write: (run) =>
      new Promise((resolve, reject) => {
        queue.push({ run, resolve, reject, result: { value: undefined }, after: [] });
        pumping ??= pump();
      }),
    alone: (_scope, run) => run(),
    listen: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    close: async () => {
      while (pumping || syncing) await Promise.all([pumping, syncing]);
      closeSync(log);
      snapshot.end();
      reader.close();
      writer.close();
    },
  };
};
