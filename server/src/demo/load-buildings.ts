import { and, eq, isNull } from 'drizzle-orm';
import type { Deps } from '../platform/deps.ts';
import { demoCommunityId } from './demo-community.ts';

/** The building ('2') in which each resident of the demonstration belongs to a dwelling. */
export const loadBuildings = (deps: Deps): Promise<ReadonlyMap<string, string>> =>
  deps.store.read(async (db) => {
    const { tenures: t, dwellings: d } = db.t;
    const rows = await db
      .select({ id: t.residentId, building: d.building })
      .from(t)
      .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
      .where(and(eq(t.communityId, demoCommunityId), isNull(t.until)));
    return new Map(rows.map(({ id, building }) => [id, building]));
  });
