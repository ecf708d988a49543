import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { alike, containing } from './paging.ts';

/** Communities by name, at most fifty, for somebody who looks for the own one. */
export const findCommunities = async (db: Db, search: string | undefined) => {
  const { communities: c } = db.t;
  return db
    .select({ id: c.id, name: c.name })
    .from(c)
    .where(search?.trim() ? and(alike(c.name, containing(search))) : undefined)
    .orderBy(asc(c.name), asc(c.id))
    .limit(50);
};

export const communityExists = async (db: Db, communityId: string): Promise<boolean> => {
  const { communities: c } = db.t;
  const [found] = await db.select({ id: c.id }).from(c).where(eq(c.id, communityId));
  return found !== undefined;
};
