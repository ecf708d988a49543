import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Director } from '../director.ts';

/** Registered residents of a building ('2') in register order, and its area. */
export const residentsOf = (d: Director, building: string): Promise<{ areaId: string; people: string[] }> =>
  d.deps.store.read(async (db) => {
    const { areas, tenures: t, dwellings: w, residents: r } = db.t;
    const { communityId } = d.cast;
    const [area] = await db
      .select({ id: areas.id })
      .from(areas)
      .where(and(eq(areas.communityId, communityId), eq(areas.kind, 'building'), eq(areas.name, `${building}栋`)));
    if (!area) throw new Error(`the demonstration has no building ${building}`);
    const rows = await db
      .select({ id: r.id })
      .from(t)
      .innerJoin(w, and(eq(w.communityId, t.communityId), eq(w.id, t.dwellingId)))
      .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
      .where(and(eq(t.communityId, communityId), eq(w.building, building), isNull(t.until), isNotNull(r.accountId)))
      .orderBy(asc(w.sortKey), asc(r.id));
    return { areaId: area.id, people: [...new Set(rows.map(({ id }) => id))] };
  });
