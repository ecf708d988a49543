import { and, gt, like, or, eq, sql, type AnyColumn, type SQL, type SQLWrapper } from 'drizzle-orm';

/** Position in a list ordered by two text columns, as an opaque text. */
export const encodeCursor = (first: string, second: string): string =>
  Buffer.from(JSON.stringify([first, second])).toString('base64url');

/** null for anything that is no cursor of ours: the list then begins at its beginning. */
export const decodeCursor = (cursor: string | undefined): readonly [string, string] | null => {
  if (cursor === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(value)) return null;
    const [first, second] = value as unknown[];
    return isKept(first) && isKept(second) ? [first, second] : null;
  } catch {
    return null;
  }
};

/** Texts that every engine can compare with. */
const isKept = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\u0000') && !/\p{Surrogate}/u.test(value);

/** Rows after a cursor, in ascending order of both columns. */
export const after = (cursor: string | undefined, first: AnyColumn, second: AnyColumn): SQL | undefined => {
  const position = decodeCursor(cursor);
  if (position === null) return undefined;
  return or(gt(first, position[0]), and(eq(first, position[0]), gt(second, position[1])));
};

/** Cuts a list that was asked for with one row more than a page holds. */
export const pageOf = <R, T>(rows: readonly R[], limit: number, cursor: (row: R) => string, show: (row: R) => T) => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), next: rows.length > limit && last !== undefined ? cursor(last) : null };
};

/** A pattern for `like` that finds what somebody typed anywhere; the pattern's own signs are taken out. */
export const containing = (typed: string): string => `%${typed.replace(/[%_\\]/g, '').trim()}%`;

/** `like` whatever the case: by itself one engine heeds it and the other does not. */
export const alike = (column: SQLWrapper, pattern: string): SQL => like(sql`lower(${column})`, sql`lower(${pattern})`);
