import { makeAreaGrid, type AreaGrid } from '@bandeng/shared/chat/area-grid.ts';
import { beginGroup, dutyGroupTitles, titleAreaGroup, titleBodyGroup } from '@bandeng/shared/chat/title-group.ts';
import type { Membership } from '@bandeng/shared/chat/place-member.ts';
import type { GroupDutyKind, Naming, Speaking } from '@bandeng/shared/chat/vocabulary.ts';
import { countBelow } from '@bandeng/shared/community/area-tree.ts';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { loadAreas } from '../../community/areas.ts';
import type { Db } from '../../platform/store/store.ts';
import { areaGroupId, bodyGroupId, dutyGroupId } from '../group-ids.ts';

export type RegisterGroup = Pick<Membership, 'kind' | 'subjectId'>;

/** What a group that follows the register is by itself, whatever people made of it. */
export interface GroupOutline {
  readonly title: string;
  readonly areaKind: string | null;
  readonly dwellings: number | null;
}

/** The areas and bodies of a community, as its groups follow them. */
export interface Ground {
  readonly grid: AreaGrid;
  /** Bodies that are the two committees together. */
  readonly joint: readonly string[];
  outline(group: RegisterGroup, dwellings: DwellingCounts): GroupOutline;
  beginning(group: RegisterGroup): { naming: Naming; speaking: Speaking };
}

/** Dwellings of each area, with what lies below it. */
export type DwellingCounts = ReadonlyMap<string, number>;

export const registerGroupId = ({ kind, subjectId }: RegisterGroup): string => {
  switch (kind) {
    case 'area':
      return areaGroupId(subjectId);
    case 'body':
      return bodyGroupId(subjectId);
    case 'duty':
      return dutyGroupId(subjectId as GroupDutyKind);
  }
};

/** Counts every dwelling of the community: ask only when a group is made or refreshed. */
export const countDwellings = async (db: Db, communityId: string): Promise<DwellingCounts> => {
  const areas = await loadAreas(db, communityId);
  const { dwellings: d } = db.t;
  const direct = await db
    .select({ areaId: d.areaId, dwellings: count() })
    .from(d)
    .where(and(eq(d.communityId, communityId), isNull(d.removedAt)))
    .groupBy(d.areaId);
  return countBelow(areas, new Map(direct.map((row) => [row.areaId, row.dwellings])));
};

export const loadGround = async (db: Db, communityId: string): Promise<Ground> => {
  const areas = await loadAreas(db, communityId);
  const byId = new Map(areas.map((area) => [area.id, area]));
  const { bodies: b } = db.t;
  const bodies = await db
    .select({ id: b.id, kind: b.kind, name: b.name })
    .from(b)
    .where(eq(b.communityId, communityId))
    .orderBy(asc(b.id));
  const grid = makeAreaGrid(areas);
  const compounds = grid.ofKind('compound').length;
  const areaKindOf = ({ kind, subjectId }: RegisterGroup) =>
    kind === 'area' ? (grid.kindOf(subjectId) ?? null) : null;
  const titleOf = ({ kind, subjectId }: RegisterGroup): string => {
    switch (kind) {
      case 'area':
        return titleAreaGroup(grid.above(subjectId).flatMap((id) => byId.get(id) ?? []), compounds);
      case 'body':
        return titleBodyGroup(bodies.find(({ id }) => id === subjectId)?.name ?? '');
      case 'duty':
        return dutyGroupTitles[subjectId as GroupDutyKind];
    }
  };
  return {
    grid,
    joint: bodies.filter(({ kind }) => kind === 'two-committees').map(({ id }) => id),
    outline: (group, dwellings) => ({
      title: titleOf(group),
      areaKind: areaKindOf(group),
      dwellings: group.kind === 'area' ? (dwellings.get(group.subjectId) ?? 0) : null,
    }),
    beginning: (group) => beginGroup(group.kind, areaKindOf(group)),
  };
};
