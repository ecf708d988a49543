import { and, type AnyColumn, eq, lt, or, type SQL } from 'drizzle-orm';
import { decodeCursor, encodeCursor } from '../community/paging.ts';

/** Position in a list that begins with the newest: an instant and, of several at once, an id. */
export const cursorAt = (at: number, id: string): string => encodeCursor(String(at), id);

/** Rows after a cursor of such a list; nothing for what is no cursor of ours: the list then begins at its beginning. */
export const olderThan = (cursor: string | undefined, at: AnyColumn, id: AnyColumn): SQL | undefined => {
  const position = decodeCursor(cursor);
  const ms = position === null ? Number.NaN : Number(position[0]);
  if (position === null || !Number.isSafeInteger(ms)) return undefined;
  return or(lt(at, ms), and(eq(at, ms), lt(id, position[1])));
};
