import { and, asc, eq, inArray, isNull, sql, type Placeholder } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';

/** A neighbour as other members see one: `name` alone, `label` with the dwelling ('王工 3-2-101'). */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

export type People = (id: string) => Person;

/** Most pages name a few people: up to this many are asked for by a prepared statement, the rest of its places stay empty. */
const few = 8;
const slots = Array.from({ length: few }, (_, i) => sql.placeholder(`id${i}`));
const fill = (communityId: string, ids: readonly string[]) => ({
  communityId,
  ...Object.fromEntries(slots.map((_, i) => [`id${i}`, ids[i] ?? ''])),
});

type Ids = readonly string[] | typeof slots;

const selectPlaces = (db: Db, communityId: string | Placeholder, ids: Ids) => {
  const { tenures: t, dwellings: d } = db.t;
  return db
    .select({ id: t.residentId, building: d.building, unit: d.unit, room: d.room })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .where(and(eq(t.communityId, communityId), inArray(t.residentId, [...ids]), isNull(t.until)))
    .orderBy(asc(d.sortKey));
};

const selectNames = (db: Db, communityId: string | Placeholder, ids: Ids) => {
  const { residents: r } = db.t;
  return db
    .select({ id: r.id, name: r.name, alias: r.alias })
    .from(r)
    .where(and(eq(r.communityId, communityId), inArray(r.id, [...ids])));
};

const placesOfFew = prepared('deliberation_places_of_few', (db: Db) => selectPlaces(db, sql.placeholder('communityId'), slots));
const namesOfFew = prepared('deliberation_names_of_few', (db: Db) => selectNames(db, sql.placeholder('communityId'), slots));

/** Resident → '3-2-101', the first by register order of the dwellings lived in or owned now. */
export const loadPlaces = async (
  db: Db,
  communityId: string,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const placeOf = new Map<string, string>();
  if (residentIds.length === 0) return placeOf;
  const places = await (residentIds.length <= few
    ? placesOfFew(db, fill(communityId, residentIds))
    : selectPlaces(db, communityId, residentIds));
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
  const found = new Map<string, Person>();
  if (wanted.length === 0) return (id) => ({ id, name: '', label: '' });
  const rows = await (wanted.length <= few ? namesOfFew(db, fill(communityId, wanted)) : selectNames(db, communityId, wanted));
  const placeOf = await loadPlaces(db, communityId, rows.map((row) => row.id));
  for (const { id, name, alias } of rows) {
    const shown = alias === '' ? name : alias;
    const place = placeOf.get(id);
    found.set(id, { id, name: shown, label: place === undefined ? shown : `${shown} ${place}` });
  }
  return (id) => found.get(id) ?? { id, name: '', label: '' };
};
