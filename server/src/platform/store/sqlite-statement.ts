import { is, Param, Placeholder } from 'drizzle-orm';
import type { Statement } from 'better-sqlite3';
import { compileRowMapper, type NotNullable, type SelectedField } from './row-mapper.ts';

/** What drizzle's statement for better-sqlite3 holds. */
interface Inside {
  readonly stmt: Statement<unknown[]>;
  readonly query: { readonly sql: string; readonly params: readonly unknown[] };
  readonly fields?: readonly SelectedField[];
  readonly joinsNotNullableMap?: NotNullable;
  readonly executeMethod: string;
  readonly customResultMapper?: unknown;
}

type Args = Readonly<Record<string, unknown>>;
type Take = (args: Args) => unknown;

const named = (name: string, args: Args): unknown => {
  if (!(name in args)) throw new Error(`No value for placeholder "${name}" was provided`);
  return args[name];
};

const compileParam = (param: unknown): Take => {
  if (is(param, Placeholder)) return (args) => named(param.name, args);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const { encoder } = param;
    const { name } = param.value;
    return (args) => encoder.mapToDriverValue(named(name, args));
  }
  return () => param;
};

/**
 * Runs a prepared statement of drizzle's on better-sqlite3 without asking again, for every value of every call, what kind
 * it is. Results and errors are drizzle's. The statement itself where it is of a kind that this does not know.
 */
export const compileSqliteStatement = <R>(statement: { execute(args: Args): Promise<R> }): { execute(args: Args): Promise<R> } => {
  const { stmt, query, fields, joinsNotNullableMap, executeMethod, customResultMapper } = statement as unknown as Inside;
  const takes = query.params.map(compileParam);
  let run: (values: unknown[]) => unknown;
  if (executeMethod === 'run') run = (values) => stmt.run(...values);
  else {
    const mapRow = fields === undefined ? null : compileRowMapper(fields, joinsNotNullableMap);
    if (executeMethod !== 'all' || mapRow === null || customResultMapper !== undefined) return statement;
    const rows = stmt.raw(true) as unknown as Statement<unknown[], unknown[]>;
    run = (values) => rows.all(...values).map(mapRow);
  }
  return {
    execute: async (args) => run(takes.map((take) => take(args))) as R,
  };
};
