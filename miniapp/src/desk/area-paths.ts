import type { Area } from '@bandeng/shared/community/schemas.ts';
import type { AreaKind } from '@bandeng/shared/community/vocabulary.ts';
import type { Choice } from '@/ui/choice';

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

/** Kinds whose name goes before what lies in them: '春晖苑 3栋 2单元'. */
const spoken: readonly AreaKind[] = ['compound', 'building'];

/** Areas of some kinds as choices, each told by its way from the compound. */
export const areasAsChoices = (areas: readonly Area[], kinds: readonly AreaKind[]): Choice[] => {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const wayTo = (area: Area): string => {
    const names = [area.name];
    for (let above = byId.get(area.parentId ?? ''); above !== undefined; above = byId.get(above.parentId ?? '')) {
      if (spoken.includes(above.kind)) names.unshift(above.name);
    }
    return names.join(' ');
  };
  return areas.filter(({ kind }) => kinds.includes(kind)).map((area) => ({ value: area.id, text: wayTo(area) }));
};
