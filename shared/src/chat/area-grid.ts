import type { AreaNode } from '../community/area-tree.ts';
import type { AreaKind } from '../community/vocabulary.ts';

/** The tree of areas, asked many times in a row. */
export interface AreaGrid {
  /** The area and everything above it, from below; empty for one that is not in the tree. */
  above(areaId: string): readonly string[];
  /** The area and everything below it. */
  below(areaId: string): readonly string[];
  kindOf(areaId: string): AreaKind | undefined;
  ofKind(kind: AreaKind): readonly string[];
}

export const makeAreaGrid = (areas: readonly AreaNode[]): AreaGrid => {
  const nodes = new Map(areas.map((area) => [area.id, area]));
  const chains = new Map<string, readonly string[]>();
  const above = (areaId: string): readonly string[] => {
    const known = chains.get(areaId);
    if (known !== undefined) return known;
    const chain: string[] = [];
    for (let node = nodes.get(areaId); node !== undefined; node = nodes.get(node.parentId ?? '')) {
      if (chain.includes(node.id)) break;
      chain.push(node.id);
    }
    chains.set(areaId, chain);
    return chain;
  };
  return {
    above,
    below: (areaId) => areas.filter(({ id }) => above(id).includes(areaId)).map(({ id }) => id),
    kindOf: (areaId) => nodes.get(areaId)?.kind,
    ofKind: (kind) => areas.filter((area) => area.kind === kind).map(({ id }) => id),
  };
};
