import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';
import type { GroupRow } from '../load-group.ts';

/** The unit or building in which somebody lives; of several the first in register order. */
const findHome = async (db: Db, communityId: string, residentId: string): Promise<string | null> => {
  const { tenures: t, dwellings: d } = db.t;
  const [home] = await db
    .select({ areaId: d.areaId })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .where(and(eq(t.communityId, communityId), eq(t.residentId, residentId), isNull(t.until)))
    .orderBy(asc(d.sortKey), asc(t.id))
    .limit(1);
  return home?.areaId ?? null;
};

/**
 * What an intake concerns: the building or unit whose group it comes from; else where its author lives; else whatever
 * area the group follows. Null for somebody from elsewhere who writes to nobody's area.
 */
export const findConcernedArea = async (
  db: Db,
  communityId: string,
  group: Pick<GroupRow, 'kind' | 'areaKind' | 'subjectId'> | undefined,
  residentId: string,
): Promise<string | null> => {
  const followed = group?.kind === 'area' ? group.subjectId : null;
  const narrow = group?.areaKind === 'building' || group?.areaKind === 'unit';
  return narrow && followed !== null ? followed : ((await findHome(db, communityId, residentId)) ?? followed);
};
