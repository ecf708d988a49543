import { type AreaNode, countBelow, subtreeOf } from '@bandeng/shared/community/area-tree.ts';
import type { Area, AreaPlacement } from '@bandeng/shared/community/schemas.ts';
import type { AreaKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';

export interface AreaRow extends AreaNode {
  readonly name: string;
  readonly version: number;
}

/** The whole tree of a community: some thousand rows at most. */
export const loadAreas = async (db: Db, communityId: string): Promise<AreaRow[]> => {
  const { areas } = db.t;
  const rows = await db
    .select({ id: areas.id, kind: areas.kind, name: areas.name, parentId: areas.parentId, version: areas.version })
    .from(areas)
    .where(eq(areas.communityId, communityId))
    .orderBy(asc(areas.id));
  return rows.map((row) => ({ ...row, kind: row.kind as AreaKind }));
};

const inNameOrder = new Intl.Collator('zh-CN', { numeric: true });

/** Every area with the number of dwellings in it and below it; parents before children, siblings as people count. */
export const listAreas = async (db: Db, communityId: string): Promise<Area[]> => {
  const rows = await loadAreas(db, communityId);
  const { dwellings } = db.t;
  const direct = await db
    .select({ areaId: dwellings.areaId, dwellings: count() })
    .from(dwellings)
    .where(and(eq(dwellings.communityId, communityId), isNull(dwellings.removedAt)))
    .groupBy(dwellings.areaId);
  const totals = countBelow(rows, new Map(direct.map((row) => [row.areaId, row.dwellings])));
  const children = new Map<string | null, AreaRow[]>();
  for (const row of rows) children.set(row.parentId, [...(children.get(row.parentId) ?? []), row]);
  const below = (parentId: string | null): Area[] =>
    (children.get(parentId) ?? [])
      .sort((a, b) => inNameOrder.compare(a.name, b.name))
      .flatMap((row) => [{ ...row, dwellings: totals.get(row.id) ?? 0 }, ...below(row.id)]);
  return below(null);
};

/** All placements of an area, the one in force first; null when there is no such area. */
export const listPlacements = async (db: Db, communityId: string, areaId: string): Promise<AreaPlacement[] | null> => {
  const { areaPlacements: p } = db.t;
  const rows = await db
    .select()
    .from(p)
    .where(and(eq(p.communityId, communityId), eq(p.areaId, areaId)))
    .orderBy(asc(p.version));
  if (rows.length === 0) return null;
  const names = new Map((await loadAreas(db, communityId)).map(({ id, name }) => [id, name]));
  return rows.reverse().map((row) => ({
    version: row.version,
    name: row.name,
    parentId: row.parentId,
    parentName: row.parentId === null ? null : (names.get(row.parentId) ?? null),
    from: row.from,
    until: row.until,
    reason: row.reason,
  }));
};

/** Ids of the areas and of everything below them. */
export const loadSubtree = async (
  db: Db,
  communityId: string,
  rootIds: Iterable<string>,
): Promise<ReadonlySet<string>> => subtreeOf(await loadAreas(db, communityId), rootIds);
