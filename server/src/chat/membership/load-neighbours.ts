import type { Home } from '@bandeng/shared/chat/name-member.ts';
import type { Standing } from '@bandeng/shared/chat/place-member.ts';
import { shortLabel } from '@bandeng/shared/community/dwelling-label.ts';
import { isInForce } from '@bandeng/shared/community/term.ts';
import type { BodyKind, DutyKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';

/** A home with the area that the dwelling lies in. */
export interface PlacedHome extends Home {
  readonly areaId: string;
}

/** A resident as groups need to know one. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly alias: string;
  /** Has an account: only such people are in groups. */
  readonly bound: boolean;
  /** In register order. */
  readonly homes: readonly PlacedHome[];
  readonly standing: Standing;
}

const loadHomes = async (db: Db, communityId: string, ids: readonly string[]) => {
  const { tenures: t, dwellings: d, areas: a } = db.t;
  const rows = await db
    .select({
      residentId: t.residentId,
      areaId: d.areaId,
      building: d.building,
      unit: d.unit,
      room: d.room,
      kind: a.kind,
      name: a.name,
      parentId: a.parentId,
    })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .innerJoin(a, and(eq(a.communityId, d.communityId), eq(a.id, d.areaId)))
    .where(and(eq(t.communityId, communityId), inArray(t.residentId, [...ids]), isNull(t.until)))
    .orderBy(asc(d.sortKey), asc(t.id));
  const above = rows.flatMap(({ kind, parentId }) => (kind === 'unit' && parentId !== null ? [parentId] : []));
  const buildingIds = [...new Set(above)];
  const buildings =
    buildingIds.length === 0
      ? []
      : await db
          .select({ id: a.id, name: a.name })
          .from(a)
          .where(and(eq(a.communityId, communityId), inArray(a.id, buildingIds)));
  const names = new Map(buildings.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    residentId: row.residentId,
    areaId: row.areaId,
    place: shortLabel(row),
    building: (row.kind === 'building' ? row.name : names.get(row.parentId ?? '')) ?? row.building,
  }));
};

const loadSeats = (db: Db, communityId: string, ids: readonly string[]) => {
  const { bodyMembers: m, bodies: b } = db.t;
  return db
    .select({
      residentId: m.residentId,
      bodyId: m.bodyId,
      kind: b.kind,
      position: m.position,
      from: m.from,
      until: m.until,
    })
    .from(m)
    .innerJoin(b, and(eq(b.communityId, m.communityId), eq(b.id, m.bodyId)))
    .where(and(eq(m.communityId, communityId), inArray(m.residentId, [...ids])));
};

const loadDuties = (db: Db, communityId: string, ids: readonly string[]) => {
  const { duties: d } = db.t;
  return db
    .select({ residentId: d.residentId, kind: d.kind, areaId: d.areaId, from: d.from, until: d.until })
    .from(d)
    .where(and(eq(d.communityId, communityId), inArray(d.residentId, [...ids])));
};

/** Some residents with what they are on a day, in five statements however many are asked for. */
export const loadNeighbours = async (
  db: Db,
  communityId: string,
  ids: readonly string[],
  day: string,
): Promise<Neighbour[]> => {
  if (ids.length === 0) return [];
  const { residents: r } = db.t;
  const people = await db
    .select({ id: r.id, name: r.name, alias: r.alias, accountId: r.accountId })
    .from(r)
    .where(and(eq(r.communityId, communityId), inArray(r.id, [...ids])))
    .orderBy(asc(r.id));
  const homes = await loadHomes(db, communityId, ids);
  const seats = (await loadSeats(db, communityId, ids)).filter((seat) => isInForce(seat, day));
  const duties = (await loadDuties(db, communityId, ids)).filter((duty) => isInForce(duty, day));
  const of = <T extends { readonly residentId: string }>(rows: readonly T[]) => {
    const byId = new Map<string, T[]>();
    for (const row of rows) byId.set(row.residentId, [...(byId.get(row.residentId) ?? []), row]);
    return (id: string): readonly T[] => byId.get(id) ?? [];
  };
  const [homesOf, seatsOf, dutiesOf] = [of(homes), of(seats), of(duties)];
  return people.map(({ accountId, ...person }) => ({
    ...person,
    bound: accountId !== null,
    homes: homesOf(person.id),
    standing: {
      homeAreaIds: [...new Set(homesOf(person.id).map(({ areaId }) => areaId))],
      seats: seatsOf(person.id).map((seat) => ({ ...seat, kind: seat.kind as BodyKind })),
      duties: dutiesOf(person.id).map((duty) => ({ ...duty, kind: duty.kind as DutyKind })),
    },
  }));
};
