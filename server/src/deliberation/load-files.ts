import type { FileRef } from '@bandeng/shared/community/schemas.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

export type Files = (ids: readonly string[]) => FileRef[];

/** What readers see of stored files, in one statement; the order of each list is kept, files that are gone are left out. */
export const loadFiles = async (db: Db, communityId: string, lists: Iterable<readonly string[]>): Promise<Files> => {
  const wanted = [...new Set([...lists].flat())];
  const { files } = db.t;
  const rows =
    wanted.length === 0
      ? []
      : await db
          .select({ id: files.id, name: files.name, type: files.type, size: files.size })
          .from(files)
          .where(and(eq(files.communityId, communityId), inArray(files.id, wanted)));
  const found = new Map(rows.map((row) => [row.id, row]));
  return (ids) => ids.flatMap((id) => found.get(id) ?? []);
};
