import type { RegisterEntry } from '@bandeng/shared/community/register/draft.ts';
import type { AreaKind } from '@bandeng/shared/community/vocabulary.ts';
import { eq } from 'drizzle-orm';
import { loadAreas, type AreaRow } from '../areas.ts';
import { placeAreas, type NewArea } from '../place-area.ts';
import type { Applying } from './applying.ts';

type Place = Pick<RegisterEntry, 'compound' | 'building' | 'unit'>;

/** 枫林湾小区 and 枫林湾 are one compound. */
const compoundKey = (compound: string): string => compound.replace(/小区$/, '');
const buildingKey = (place: Place): string => `${compoundKey(place.compound)}/${place.building}`;
const unitKey = (place: Place): string => `${buildingKey(place)}/${place.unit ?? ''}`;

/** What people call it: '3栋', '2单元'; a building or unit with a name of its own keeps it. */
const titled = (name: string, suffix: string): string => (/^[0-9A-Z-]+$/.test(name) ? `${name}${suffix}` : name);

const above = (areas: ReadonlyMap<string, AreaRow>, areaId: string | undefined, kind: AreaKind): string | undefined => {
  let area = areas.get(areaId ?? '');
  while (area !== undefined && area.kind !== kind) area = areas.get(area.parentId ?? '');
  return area?.id;
};

/** Where the dwellings that are here already lie: a renamed or re-drawn building is still theirs. */
const placesInUse = async ({ tx, communityId }: Applying, areas: ReadonlyMap<string, AreaRow>) => {
  const { dwellings: d } = tx.t;
  const rows = await tx
    .selectDistinct({ areaId: d.areaId, compound: d.compound, building: d.building, unit: d.unit })
    .from(d)
    .where(eq(d.communityId, communityId));
  const known = new Map<string, string>();
  for (const { areaId, ...place } of rows) {
    known.set(unitKey(place), areaId);
    const building = above(areas, areaId, 'building');
    if (building !== undefined) known.set(buildingKey(place), building);
    const compound = above(areas, areaId, 'compound');
    if (compound !== undefined) known.set(compoundKey(place.compound), compound);
  }
  return known;
};

/**
 * Finds or makes the compound, building and unit of new dwellings.
 * @returns the area that a dwelling at a place lies in: its unit, or its building where there are no units
 */
export const ensureAreas = async (applying: Applying, places: readonly Place[]): Promise<(place: Place) => string> => {
  const { tx, communityId, byId, now, newId } = applying;
  const areas = await loadAreas(tx, communityId);
  const tree = new Map(areas.map((area) => [area.id, area]));
  const known = await placesInUse(applying, tree);
  const root = areas.find(({ kind }) => kind === 'community');
  if (root === undefined) throw new Error('a community without an area of its own');
  const made: NewArea[] = [];
  const find = (key: string, kind: AreaKind, name: string, parentId: string, ancestor: AreaKind): string => {
    const id =
      known.get(key) ??
      areas.find(
        (area) =>
          area.kind === kind &&
          compoundKey(area.name) === compoundKey(name) &&
          above(tree, area.id, ancestor) === parentId,
      )?.id ??
      newId();
    if (!tree.has(id)) {
      const area = { id, kind, name, parentId };
      made.push({ communityId, ...area });
      tree.set(id, { ...area, version: 1 });
    }
    known.set(key, id);
    return id;
  };
  const areaOf = (place: Place): string => {
    const compound = find(compoundKey(place.compound), 'compound', place.compound, root.id, 'community');
    const building = find(buildingKey(place), 'building', titled(place.building, '栋'), compound, 'compound');
    if (place.unit === null || place.unit === '') return building;
    return find(unitKey(place), 'unit', titled(place.unit, '单元'), building, 'building');
  };
  for (const place of places) areaOf(place);
  await placeAreas(tx, made, { now, byId, reason: '' });
  return areaOf;
};
