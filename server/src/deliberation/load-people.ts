import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

/** A neighbour as other members see one: `name` alone, `label` with the dwelling ('王工 3-2-101'). */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

export type People = (id: string) => Person;

/** Resident → '3-2-101', the first by register order of the dwellings lived in or owned now. */
export const loadPlaces = async (
  db: Db,
  communityId: string,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { tenures, dwellings } = db.t;
  const places =
    residentIds.length === 0
      ? []
      : await db
          .select({ id: tenures.residentId, building: dwellings.building, unit: dwellings.unit, room: dwellings.room })
          .from(tenures)
          .innerJoin(
            dwellings,
            and(eq(dwellings.communityId, tenures.communityId), eq(dwellings.id, tenures.dwellingId)),
          )
          .where(
            and(
              eq(tenures.communityId, communityId),
              inArray(tenures.residentId, [...residentIds]),
              isNull(tenures.until),
            ),
          )
          .orderBy(asc(dwellings.sortKey));
  const placeOf = new Map<string, string>();
  for (const { id, building, unit, room } of places) {
    if (!placeOf.has(id)) placeOf.set(id, [building, unit, room].filter((part) => part !== '').join('-'));
  }
  return placeOf;
};

/**
 * Names and dwellings of residents, in two statements however many are asked for. Somebody without a dwelling has the
 * bare name as label; of several dwellings the first by register order counts.
 */
export const loadPeople = async (db: Db, communityId: string, ids: Iterable<string | null>): Promise<People> => {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  const { residents } = db.t;
  const rows =
    wanted.length === 0
      ? []
      : await db
          .select({ id: residents.id, name: residents.name, alias: residents.alias })
          .from(residents)
          .where(and(eq(residents.communityId, communityId), inArray(residents.id, wanted)));
  const placeOf = await loadPlaces(db, communityId, rows.map((row) => row.id));
  const found = new Map<string, Person>();
  for (const { id, name, alias } of rows) {
    const shown = alias === '' ? name : alias;
    const place = placeOf.get(id);
    found.set(id, { id, name: shown, label: place === undefined ? shown : `${shown} ${place}` });
  }
  return (id) => found.get(id) ?? { id, name: '', label: '' };
};
