import { subtreeOf, type AreaNode } from '../community/area-tree.ts';
import type { Role } from '../community/vocabulary.ts';

/** Areas and bodies, by id. */
export interface ScopeIds {
  readonly areaIds: readonly string[];
  readonly bodyIds: readonly string[];
}

export interface NamedArea extends AreaNode {
  readonly name: string;
}

interface Granted {
  readonly role: Role;
  readonly areaId: string | null;
}

/** Whom somebody may write to: the whole community with its bodies, or these areas and what lies below them. */
export type WritingRight = 'everywhere' | ReadonlySet<string>;

const communityWide: readonly Role[] = ['residents-committee', 'branch-committee', 'administrator'];
const areaWide: readonly Role[] = ['building-leader', 'grid-worker'];

export const writesEverywhere = (grants: readonly Granted[]): boolean => grants.some(({ role }) => communityWide.includes(role));

/** Areas of the own duties: those of a building leader and of a grid worker. */
export const dutyAreas = (grants: readonly Granted[]): string[] =>
  grants.flatMap(({ role, areaId }) => (areaWide.includes(role) && areaId !== null ? [areaId] : []));

/** @param areas the whole tree of the community */
export const writingRight = (grants: readonly Granted[], areas: readonly AreaNode[]): WritingRight =>
  writesEverywhere(grants) ? 'everywhere' : subtreeOf(areas, dutyAreas(grants));

/** Whether a right covers all of a scope; bodies are for those who write everywhere. */
export const coversScope = (right: WritingRight, scope: ScopeIds): boolean =>
  right === 'everywhere' || (scope.bodyIds.length === 0 && scope.areaIds.every((id) => right.has(id)));

/** Without areas that lie below another one of the list, each once, in the order given. */
export const trimAreas = (areas: readonly AreaNode[], areaIds: readonly string[]): string[] => {
  const parentOf = new Map(areas.map(({ id, parentId }) => [id, parentId]));
  const chosen = new Set(areaIds);
  const isBelow = (id: string): boolean => {
    const passed = new Set<string>([id]);
    for (let up = parentOf.get(id) ?? null; up !== null && !passed.has(up); up = parentOf.get(up) ?? null) {
      if (chosen.has(up)) return true;
      passed.add(up);
    }
    return false;
  };
  return [...chosen].filter((id) => !isBelow(id));
};

/** Whether a notice is meant for somebody: `mine` holds the areas lived in with all above them, and the bodies sat in. */
export const isMeantFor = (notice: ScopeIds, mine: { readonly areaIds: ReadonlySet<string>; readonly bodyIds: ReadonlySet<string> }): boolean =>
  notice.areaIds.some((id) => mine.areaIds.has(id)) || notice.bodyIds.some((id) => mine.bodyIds.has(id));

/** Names from below the compound down: '3栋', '3栋 1单元'; with several compounds in the community '春晖苑 3栋'. */
export const areaPath = (areas: readonly NamedArea[], areaId: string): string[] => {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const single = areas.filter(({ kind }) => kind === 'compound').length < 2;
  const names: string[] = [];
  const passed = new Set<string>();
  for (let id: string | null = areaId; id !== null && !passed.has(id); id = byId.get(id)?.parentId ?? null) {
    passed.add(id);
    const area = byId.get(id);
    if (area === undefined) break;
    const above = area.kind === 'district' || area.kind === 'street' || area.kind === 'community' || (area.kind === 'compound' && single);
    // A grid is the workers' own division: neighbours do not know it as part of where they live.
    if (id === areaId || (!above && area.kind !== 'grid')) names.unshift(area.name);
    if (above) break;
  }
  return names;
};

/** A scope in words: areas of one parent share it: '春晖苑 2栋、3栋；秋实苑 1栋；居民代表'. */
export const labelScope = (areas: readonly NamedArea[], areaIds: readonly string[], bodyNames: readonly string[]): string => {
  const groups = new Map<string, string[]>();
  for (const id of areaIds) {
    const path = areaPath(areas, id);
    const own = path.pop();
    if (own === undefined) continue;
    const parent = path.join(' ');
    groups.set(parent, [...(groups.get(parent) ?? []), own]);
  }
  const places = [...groups].map(([parent, names]) => `${parent} ${names.join('、')}`.trim());
  return [...places, ...(bodyNames.length === 0 ? [] : [bodyNames.join('、')])].join('；');
};
