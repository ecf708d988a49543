import { subtreeOf } from '@bandeng/shared/community/area-tree.ts';
import { coversScope, dutyAreas, writesEverywhere, writingRight, type ScopeIds, type WritingRight } from '@bandeng/shared/bulletin/scope.ts';
import { loadAreas, type AreaRow } from '../community/areas.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/** Where somebody writes notices and answers for how they come. */
export interface Viewer {
  readonly right: WritingRight;
  /** Of the community; empty where the right does not depend on it. */
  readonly areas: readonly AreaRow[];
}

const nobody: Viewer = { right: new Set(), areas: [] };

/** The tree is read only for those whose right hangs on it. */
export const loadViewer = async (db: Db, { communityId, grants }: Pick<Actor, 'communityId' | 'grants'>): Promise<Viewer> => {
  if (writesEverywhere(grants)) return { right: 'everywhere', areas: [] };
  if (dutyAreas(grants).length === 0) return nobody;
  const areas = await loadAreas(db, communityId);
  return { right: writingRight(grants, areas), areas };
};

export const coversAll = ({ right }: Viewer, scope: ScopeIds): boolean => coversScope(right, scope);

/** Whether some place of the scope is the viewer's to look after. */
export const coversSome = ({ right, areas }: Viewer, scope: ScopeIds): boolean => {
  if (right === 'everywhere') return true;
  if (right.size === 0) return false;
  for (const id of subtreeOf(areas, scope.areaIds)) if (right.has(id)) return true;
  return false;
};
