import type { AreaKind } from './vocabulary.ts';

/** What the rules of the tree look at. */
export interface AreaNode {
  readonly id: string;
  readonly kind: AreaKind;
  readonly parentId: string | null;
}

/** Kinds nest in this order; only the grid may be left out. */
const parentKinds: Readonly<Record<AreaKind, readonly AreaKind[]>> = {
  district: [],
  street: ['district'],
  community: ['street'],
  compound: ['community'],
  grid: ['compound'],
  building: ['compound', 'grid'],
  unit: ['building'],
};

export const mayLieUnder = (kind: AreaKind, parent: AreaKind): boolean => parentKinds[kind].includes(parent);

const childrenOf = (areas: readonly AreaNode[]): ReadonlyMap<string, readonly AreaNode[]> => {
  const children = new Map<string, AreaNode[]>();
  for (const area of areas) {
    if (area.parentId === null) continue;
    const siblings = children.get(area.parentId);
    if (siblings === undefined) children.set(area.parentId, [area]);
    else siblings.push(area);
  }
  return children;
};

/** The given areas and everything below them. */
export const subtreeOf = (areas: readonly AreaNode[], rootIds: Iterable<string>): ReadonlySet<string> => {
  const children = childrenOf(areas);
  const known = new Set(areas.map(({ id }) => id));
  const found = new Set<string>();
  const waiting = [...rootIds].filter((id) => known.has(id));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const child of children.get(id) ?? []) waiting.push(child.id);
  }
  return found;
};

/** Dwellings in each area and below it, from those that lie directly in one. */
export const countBelow = (
  areas: readonly AreaNode[],
  direct: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> => {
  const parentOf = new Map(areas.map(({ id, parentId }) => [id, parentId]));
  const totals = new Map(areas.map(({ id }) => [id, 0]));
  for (const [areaId, count] of direct) {
    const passed = new Set<string>();
    for (let id: string | null = areaId; id !== null && !passed.has(id); id = parentOf.get(id) ?? null) {
      passed.add(id);
      totals.set(id, (totals.get(id) ?? 0) + count);
    }
  }
  return totals;
};

/**
 * Whether an area may be put under another. `moved` is null for a new one.
 * @returns the refusal's code, or null
 */
export const refusePlacement = (
  areas: readonly AreaNode[],
  kind: AreaKind,
  parent: AreaNode,
  moved: string | null,
): 'area-kind-misplaced' | 'area-loop' | null => {
  if (moved !== null && subtreeOf(areas, [moved]).has(parent.id)) return 'area-loop';
  return mayLieUnder(kind, parent.kind) ? null : 'area-kind-misplaced';
};
