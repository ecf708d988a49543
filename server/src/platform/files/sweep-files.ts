import { and, eq, inArray } from 'drizzle-orm';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../deps.ts';
import { dropFile, filesFolder, idOfKept, incomingFolder } from './vault.ts';

/** An upload takes minutes; what is this old has its row, or will never have one. */
const settledMs = 86_400_000;
/** As many ids as both engines take in one statement. */
const maxIds = 5000;

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

const isSettled = async (path: string, now: number): Promise<boolean> => {
  const found = await stat(path).catch(() => null);
  return found !== null && found.isFile() && found.mtimeMs < now - settledMs;
};

const listKnown = (deps: Deps, communityId: string, ids: readonly string[]): Promise<Set<string>> =>
  deps.store.read(async (db) => {
    const { files } = db.t;
    const rows = await db
      .select({ id: files.id })
      .from(files)
      .where(and(eq(files.communityId, communityId), inArray(files.id, [...ids])));
    return new Set(rows.map(({ id }) => id));
  });

/** A folder of which the database knows nothing at all belongs to another database: started by mistake, it must lose nothing. */
const isOurs = (deps: Deps, communityId: string): Promise<boolean> =>
  deps.store.read(async (db) => {
    const { files } = db.t;
    const rows = await db.select({ id: files.id }).from(files).where(eq(files.communityId, communityId)).limit(1);
    return rows.length > 0;
  });

/**
 * Removes bytes that no row names: what a crash left between the disk and the database when a file was taken in or
 * cleared away. Registers are full of personal data and must not outlive their purpose.
 * @returns how many files went
 */
export const sweepFiles = async (deps: Deps): Promise<number> => {
  const root = filesFolder(deps.config.dataDir);
  const now = deps.clock();
  let swept = 0;
  for (const folder of await namesIn(root)) {
    if (folder !== incomingFolder && !(await isOurs(deps, folder))) continue;
    const old: string[] = [];
    for (const id of await namesIn(join(root, folder))) if (await isSettled(join(root, folder, id), now)) old.push(id);
    for (let start = 0; start < old.length; start += maxIds) {
      const some = old.slice(start, start + maxIds);
      const known = folder === incomingFolder ? new Set<string>() : await listKnown(deps, folder, [...new Set(some.map(idOfKept))]);
      for (const name of some.filter((name) => !known.has(idOfKept(name)))) {
        await dropFile(join(root, folder, name));
        swept += 1;
      }
    }
  }
  return swept;
};
