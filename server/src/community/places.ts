import { shortLabel } from '@bandeng/shared/community/dwelling-label.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

/** '3-2-101' for each resident who lives somewhere; of several dwellings the first in register order. */
export const loadPlaces = async (
  db: Db,
  communityId: string,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  if (residentIds.length === 0) return found;
  const { tenures, dwellings } = db.t;
  const rows = await db
    .select({ id: tenures.residentId, building: dwellings.building, unit: dwellings.unit, room: dwellings.room })
    .from(tenures)
    .innerJoin(dwellings, and(eq(dwellings.communityId, tenures.communityId), eq(dwellings.id, tenures.dwellingId)))
    .where(
      and(eq(tenures.communityId, communityId), inArray(tenures.residentId, [...residentIds]), isNull(tenures.until)),
    )
    .orderBy(asc(dwellings.sortKey));
  for (const { id, ...place } of rows) if (!found.has(id)) found.set(id, shortLabel(place));
  return found;
};

/** '王工 3-2-101', or the bare name of somebody who lives elsewhere. */
export const withPlace = (name: string, place: string | undefined): string =>
  place === undefined ? name : `${name} ${place}`;
