import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { Schema } from './schema.ts';
import { compileSqliteStatement } from './sqlite-statement.ts';

type Full = PgDatabase<NodePgQueryResultHKT, Schema>;

/** The portable part of drizzle's builder, over the tables in `t`. Only full-text search may ask which `engine` it is. */
export type Db = Pick<Full, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'> & {
  readonly t: Schema;
  readonly engine: 'sqlite' | 'postgres';
};

/** A running write. Inside it nothing but database calls may be awaited, one at a time. */
export type Tx = Db &
  Pick<Full, 'insert' | 'update' | 'delete'> & {
    /**
     * Holds a named aggregate (`matter:…`) until the write ends, so that what was read stays true. Take it before reading.
     * SQLite has one writer and needs nothing; PostgreSQL takes a transaction-level advisory lock.
     */
    lock(scope: string): Promise<void>;
    /** Runs once the write is committed and durable; not at all when it fails. */
    after(run: () => void): void;
    /** Tells every server process, this one too, once the write is committed. At most 7,000 bytes. */
    notify(message: string): Promise<void>;
  };

export interface StoreStats {
  /** Committed transactions. */
  commits: number;
  /** Writes acknowledged or refused by them; more than `commits` when they were grouped. */
  writes: number;
}

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  readonly t: Schema;
  readonly stats: Readonly<StoreStats>;
  read<T>(run: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Runs one write and resolves when it is committed and durable. When `run` throws, everything it did is undone and
   * the rejection waits for the commit it was decided in. `run` may be called again after a serialization failure.
   * @param key writes of one key run one after another; PostgreSQL groups those that wait into one transaction.
   */
  write<T>(run: (tx: Tx) => Promise<T>, key?: string): Promise<T>;
  /**
   * Runs work of many writes that only one process at a time may do; others wait for it. A process that dies lets go.
   * SQLite belongs to one process and needs nothing.
   */
  alone<T>(scope: string, run: () => Promise<T>): Promise<T>;
  /** Calls `heard` with every notified message. Messages may be lost while a connection is down: see `onGap`. */
  listen(heard: (message: string) => void, onGap: () => void): () => void;
  /** Finishes accepted writes, then closes. */
  close(): Promise<void>;
}

/**
 * The database could not be reached, or not in time. A write may have been committed all the same: its command id tells
 * on the next try.
 */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('the database cannot be reached', { cause });
  }
}

interface Statement<A, R> {
  execute(args: A): Promise<R>;
}

interface Preparable<A, R> {
  prepare(name: string): Statement<A, R>;
}

type Statements = Map<symbol, Statement<never, unknown>>;

const statementCaches = new WeakMap<object, Statements>();

/**
 * A statement compiled once per connection: ten times cheaper than building it on every call.
 * Values come through `sql.placeholder('name')`. `name` must be unique in the server.
 */
export const prepared = <D extends Db, A extends Record<string, unknown>, R>(
  name: string,
  build: (db: D) => Preparable<Record<string, unknown> | undefined, R>,
): ((db: D, args: A) => Promise<R>) => {
  const key = Symbol(name);
  return (db, args) => {
    let cache = statementCaches.get(db);
    if (!cache) statementCaches.set(db, (cache = new Map() as Statements));
    let statement = cache.get(key) as Statement<A, R> | undefined;
    if (!statement) {
      const made: Statement<A, R> = build(db).prepare(name);
      statement = db.engine === 'sqlite' ? compileSqliteStatement(made) : made;
      cache.set(key, statement);
    }
    return statement.execute(args);
  };
};
