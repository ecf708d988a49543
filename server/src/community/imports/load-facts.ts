import type { Occupancy, RegisterDuty } from '@bandeng/shared/community/register/read-marks.ts';
import type { DwellingFacts, OccupantFacts } from '@bandeng/shared/community/stand-beside.ts';
import type { TenureKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';
import { loadAreas, type AreaRow } from '../areas.ts';

/** The building that an area is or lies in; null above buildings. */
export const buildingAbove = (areas: ReadonlyMap<string, AreaRow>, areaId: string): string | null => {
  for (let area = areas.get(areaId); area !== undefined; area = areas.get(area.parentId ?? '')) {
    if (area.kind === 'building') return area.id;
  }
  return null;
};

const loadOccupants = (db: Db, communityId: string, dwellingIds: readonly string[] | null) => {
  const { tenures: t, residents: r } = db.t;
  return db
    .select({
      dwellingId: t.dwellingId,
      tenureId: t.id,
      residentId: t.residentId,
      kind: t.kind,
      source: t.source,
      name: r.name,
      phone: r.phone,
      partyMember: r.partyMember,
    })
    .from(t)
    .innerJoin(r, and(eq(r.communityId, t.communityId), eq(r.id, t.residentId)))
    .where(
      and(
        eq(t.communityId, communityId),
        isNull(t.until),
        dwellingIds === null ? undefined : inArray(t.dwellingId, [...dwellingIds]),
      ),
    )
    .orderBy(asc(t.from), asc(t.id));
};

/** Everybody who ever held a seat or duty that a register can name: such a mark is not news, even after the term. */
const loadMarks = async (db: Db, communityId: string) => {
  const { bodyMembers: m, bodies: b, duties: d } = db.t;
  const seats = await db
    .select({ residentId: m.residentId, kind: b.kind })
    .from(m)
    .innerJoin(b, and(eq(b.communityId, m.communityId), eq(b.id, m.bodyId)))
    .where(and(eq(m.communityId, communityId), inArray(b.kind, ['representatives', 'party-members'])));
  const held = await db
    .select({ residentId: d.residentId, kind: d.kind, areaId: d.areaId })
    .from(d)
    .where(and(eq(d.communityId, communityId), inArray(d.kind, ['building-leader', 'grid-worker'])));
  return new Set([
    ...seats.map(({ residentId, kind }) => `${residentId} ${kind}`),
    ...held.map(({ residentId, kind, areaId }) => `${residentId} ${kind} ${areaId ?? ''}`),
  ]);
};

/**
 * The community as a register sees it: all dwellings, or those of the given register keys.
 * Dwellings that a register took out are included and marked.
 */
export const loadFacts = async (
  db: Db,
  communityId: string,
  keys: readonly string[] | null,
): Promise<DwellingFacts[]> => {
  const { dwellings: d } = db.t;
  const rows = await db
    .select()
    .from(d)
    .where(and(eq(d.communityId, communityId), keys === null ? undefined : inArray(d.registerKey, [...keys])));
  const occupants = new Map<string, Awaited<ReturnType<typeof loadOccupants>>>();
  for (const one of await loadOccupants(db, communityId, keys === null ? null : rows.map(({ id }) => id))) {
    const others = occupants.get(one.dwellingId);
    if (others === undefined) occupants.set(one.dwellingId, [one]);
    else others.push(one);
  }
  const marks = await loadMarks(db, communityId);
  const areas = new Map((await loadAreas(db, communityId)).map((area) => [area.id, area]));
  return rows.map((row) => {
    const people = occupants.get(row.id) ?? [];
    const owner = people.find(({ kind }) => kind === 'owner');
    const building = buildingAbove(areas, row.areaId) ?? '';
    const duties: RegisterDuty[] = [];
    if (owner !== undefined) {
      if (marks.has(`${owner.residentId} representatives`)) duties.push('representative');
      if (marks.has(`${owner.residentId} building-leader ${building}`)) duties.push('building-leader');
      if (marks.has(`${owner.residentId} grid-worker ${building}`)) duties.push('grid-worker');
    }
    return {
      id: row.id,
      key: row.registerKey,
      compound: row.compound,
      building: row.building,
      unit: row.unit,
      room: row.room,
      areaCentiM2: row.areaCentiM2,
      developer: row.developer,
      occupancy: row.occupancy === '' ? null : (row.occupancy as Occupancy),
      people: row.people,
      removed: row.removedAt !== null,
      occupants: people.map(
        ({ tenureId, residentId, kind, source, name, phone }): OccupantFacts => ({
          tenureId,
          residentId,
          kind: kind as TenureKind,
          fromRegister: source === 'register',
          name,
          phone,
        }),
      ),
      partyMember: owner !== undefined && (owner.partyMember || marks.has(`${owner.residentId} party-members`)),
      duties,
    };
  });
};
