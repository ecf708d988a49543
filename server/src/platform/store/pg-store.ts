import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { kits } from './kit.ts';
import { listenOn } from './pg-listen.ts';
import { defineSchema } from './schema.ts';
import { isConnectionLost } from './pg-connection.ts';
import { StoreUnavailable, type Store, type StoreStats, type Tx } from './store.ts';

interface Job {
  run: (tx: Tx) => Promise<unknown>;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
  result: { value: unknown } | { error: unknown };
  after: (() => void)[];
}

export interface PgOptions {
  url: string;
  migrations: string;
  onError: (error: unknown) => void;
  maxConnections?: number;
}

const maxBatch = 32;
/** Any number, the same in every process: whoever holds it migrates. */
const migrationLock = 4_020_501;
/** A request that finds no connection in this time is told to come again. */
const connectMs = 30_000;
const serializationFailures = new Set(['40001', '40P01']);
const uniqueViolation = '23505';

const codeOf = (error: unknown): string | undefined => {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code;
};

// 64-bit integers arrive as text otherwise; ours stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Several server processes may start at once: one migrates, the others wait and find nothing left to do. */
const migrateOnce = async (pool: pg.Pool, migrationsFolder: string) => {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    try {
      await migrate(drizzle(client, { casing: 'snake_case' }), { migrationsFolder });
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    }
  } finally {
    client.release();
  }
};

/**
 * The server engine: every write is a READ COMMITTED transaction that serialises on the aggregates it locks; writes of one
 * key that wait together share one transaction, each in its own savepoint. Acknowledged after COMMIT (synchronous_commit).
 */
export const openPgStore = async (options: PgOptions): Promise<Store> => {
  const { url, onError } = options;
  const pool = new pg.Pool({ connectionString: url, max: options.maxConnections ?? 16, connectionTimeoutMillis: connectMs });
  // A connection that is lost, idle or at work, says so; unheard, it would end the process. The pool replaces it on next use.
  pool.on('connect', (client) => client.on('error', onError));
  pool.on('error', () => {});
  await migrateOnce(pool, options.migrations);
  const t = defineSchema(kits.pg);
  const stats: StoreStats = { commits: 0, writes: 0 };
  const handles = new WeakMap<pg.PoolClient, Tx>();
  const running = new WeakMap<pg.PoolClient, Job>();
  const queues = new Map<string, Job[]>();
  const inFlight = new Set<Promise<void>>();

  const handleOf = (client: pg.PoolClient): Tx => {
    let tx = handles.get(client);
    if (tx) return tx;
    tx = Object.assign(drizzle(client, { casing: 'snake_case' }), { t, engine: 'postgres' as const }) as unknown as Tx;
    tx.lock = async (scope) => {
      await client.query({ name: 'lock', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', values: [scope] });
    };
    tx.after = (run) => {
      running.get(client)?.after.push(run);
    };
    tx.notify = async (message) => {
      await client.query({ name: 'notify', text: "SELECT pg_notify('bandeng', $1)", values: [message] });
    };
    handles.set(client, tx);
    return tx;
  };

  const runJobs = async (client: pg.PoolClient, batch: Job[]) => {
    const tx = handleOf(client);
    await client.query('BEGIN');
    for (const job of batch) {
      job.after = [];
      running.set(client, job);
      if (batch.length > 1) await client.query('SAVEPOINT one');
      try {
        job.result = { value: await job.run(tx) };
        if (batch.length > 1) await client.query('RELEASE SAVEPOINT one');
      } catch (error) {
        const code = codeOf(error);
        if (code !== undefined && (serializationFailures.has(code) || code === uniqueViolation)) throw error;
        job.result = { error };
        await client.query(batch.length > 1 ? 'ROLLBACK TO SAVEPOINT one' : 'ROLLBACK');
      }
    }
    const [only] = batch;
    if (batch.length > 1 || (only && 'value' in only.result)) await client.query('COMMIT');
    stats.commits += 1;
    stats.writes += batch.length;
  };

  const settle = (batch: Job[]) => {
    for (const job of batch) {
      if ('error' in job.result) {
        job.reject(job.result.error);
        continue;
      }
      for (const run of job.after) {
        try {
          run();
        } catch (error) {
          onError(error);
        }
      }
      job.resolve(job.result.value as never);
    }
  };

  /** Two processes that insert the same row meet here: the second try sees the first one's row and decides by it. */
  const runBatch = async (batch: Job[], tries = 0): Promise<void> => {
    let client: pg.PoolClient | undefined;
    let failure: unknown;
    try {
      client = await pool.connect();
      await runJobs(client, batch);
    } catch (error) {
      failure = error ?? new Error('a write threw nothing');
      await client?.query('ROLLBACK').catch(() => {});
    }
    client?.release(failure !== undefined && codeOf(failure) === undefined);
    if (failure === undefined) return settle(batch);
    const code = codeOf(failure) ?? '';
    if (serializationFailures.has(code) && tries < 8) return runBatch(batch, tries + 1);
    if (code === uniqueViolation && tries < 1) return runBatch(batch, tries + 1);
    if (batch.length > 1) {
      for (const job of batch) await runBatch([job]);
      return;
    }
    const reason = isConnectionLost(failure) ? new StoreUnavailable(failure) : failure;
    for (const job of batch) job.reject(reason);
  };

  const track = (work: Promise<void>) => {
    inFlight.add(work);
    void work.finally(() => inFlight.delete(work));
  };

  const drain = async (key: string, queue: Job[]) => {
    await Promise.resolve(); // lets the writes of the same tick join
    while (queue.length > 0) await runBatch(queue.splice(0, maxBatch));
    queues.delete(key);
  };

  return {
    engine: 'postgres',
    t,
    stats,
    read: async (run) => {
      let client: pg.PoolClient | undefined;
      try {
        client = await pool.connect();
        return await run(handleOf(client));
      } catch (error) {
        throw isConnectionLost(error) ? new StoreUnavailable(error) : error;
      } finally {
        client?.release();
      }
    },
    write: (run, key) =>
      new Promise((resolve, reject) => {
        const job: Job = { run, resolve, reject, result: { value: undefined }, after: [] };
        if (key === undefined) return track(runBatch([job]));
        const queue = queues.get(key);
        if (queue) return void queue.push(job);
        const fresh = [job];
        queues.set(key, fresh);
        track(drain(key, fresh));
      }),
    alone: async (scope, run) => {
      const client = await pool.connect();
      try {
        // Another seed than that of `tx.lock`: the work itself may lock a scope of this name.
        await client.query('SELECT pg_advisory_lock(hashtextextended($1, 1))', [scope]);
        return await run();
      } finally {
        client.release(true); // the lock ends with its session
      }
    },
    listen: (heard, onGap) => listenOn(url, heard, onGap, onError),
    close: async () => {
      while (inFlight.size > 0) await Promise.all(inFlight);
      await pool.end();
    },
  };
};
