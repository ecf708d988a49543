import { trimAreas } from '@bandeng/shared/bulletin/scope.ts';
import type { NoticeScope } from '@bandeng/shared/bulletin/schemas.ts';
import type { Area } from '@bandeng/shared/community/schemas.ts';
import { inTreeOrder, type PlacedArea } from '../area-paths';

export interface ScopeNode extends PlacedArea {
  readonly hasChildren: boolean;
  /** Ids of the areas above it that one may write to, the nearest first. */
  readonly above: readonly string[];
}

/** The areas that one may write to, as a tree; whatever stands above them is left out. */
export const buildScopeTree = (allowed: NoticeScope['areas'], all: readonly Area[]): ScopeNode[] => {
  const mine = new Set(allowed.map(({ id }) => id));
  const placed = inTreeOrder(all.filter(({ id }) => mine.has(id)));
  const above = new Map<string, readonly string[]>();
  return placed.map((area, index) => {
    const { id, parentId, level } = area;
    const line = parentId === null || !mine.has(parentId) ? [] : [parentId, ...(above.get(parentId) ?? [])];
    above.set(id, line);
    return { ...area, above: line, hasChildren: (placed[index + 1]?.level ?? 0) > level };
  });
};

/** The chosen area above this one, which holds it already. */
export const findCover = (node: ScopeNode, chosen: readonly string[]): string | null =>
  node.above.find((id) => chosen.includes(id)) ?? null;

/** Adds an area, or takes it out; what lies below an added one is part of it and no longer named by itself. */
export const toggleArea = (nodes: readonly ScopeNode[], chosen: readonly string[], id: string): string[] =>
  chosen.includes(id) ? chosen.filter((other) => other !== id) : trimAreas(nodes, [...chosen, id]);

/** What is on screen: the topmost, and what lies directly below an open one that is itself on screen. */
export const listVisible = (nodes: readonly ScopeNode[], open: ReadonlySet<string>): ScopeNode[] =>
  nodes.filter(({ above }) => above.every((id) => open.has(id)));

/** A small tree is shown whole; of a large one the topmost level's branches, and those in which something is chosen. */
export const openAtFirst = (nodes: readonly ScopeNode[], chosen: readonly string[]): Set<string> => {
  if (nodes.length <= 12) return new Set(nodes.map(({ id }) => id));
  const top = nodes.filter(({ above }) => above.length === 0).map(({ id }) => id);
  return new Set([...top, ...nodes.filter(({ id }) => chosen.includes(id)).flatMap(({ above }) => above)]);
};
