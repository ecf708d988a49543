import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

/**
 * The portable column set: a schema is written once through a kit and made for both engines.
 * TypeScript sees one dialect (PostgreSQL's); the SQLite kit is its structural twin, cast once, here.
 *
 * - `id`, `text`: text. `int`: 64 bits, used for fen, counters and milliseconds; safe up to 2^53.
 * - `bool`. `json`: an object or an array, never a bare string (the PostgreSQL driver would parse it twice).
 */
const pgKit = {
  table: pg.pgTable,
  id: () => pg.text(),
  text: () => pg.text(),
  int: () => pg.bigint({ mode: 'number' }),
  bool: () => pg.boolean(),
  json: <T extends object>() => pg.jsonb().$type<T>(),
  index: pg.index,
  unique: pg.uniqueIndex,
  pk: pg.primaryKey,
};

export type Kit = typeof pgKit;

const sqliteKit = {
  table: sqlite.sqliteTable,
  id: () => sqlite.text(),
  text: () => sqlite.text(),
  int: () => sqlite.integer({ mode: 'number' }),
  bool: () => sqlite.integer({ mode: 'boolean' }),
  json: () => sqlite.text({ mode: 'json' }),
  index: sqlite.index,
  unique: sqlite.uniqueIndex,
  pk: sqlite.primaryKey,
} as unknown as Kit;

export const kits = { pg: pgKit, sqlite: sqliteKit };
