import type { Area } from '@bandeng/shared/community/schemas.ts';

export interface PlacedArea extends Area {
  /** Depth below the topmost area, from 0. */
  readonly level: number;
}

/** Areas in the order of their tree: each followed by what lies in it. */
export const inTreeOrder = (areas: readonly Area[]): PlacedArea[] => {
  const known = new Set(areas.map(({ id }) => id));
  const children = new Map<string | null, Area[]>();
  for (const area of areas) {
    const parent = area.parentId !== null && known.has(area.parentId) ? area.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), area]);
  }
  const below = (parent: string | null, level: number): PlacedArea[] =>
    (children.get(parent) ?? []).flatMap((area) => [{ ...area, level }, ...below(area.id, level + 1)]);
  return below(null, 0);
};
