import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { loadSubtree } from './areas.ts';

/** Where somebody verifies neighbours: everywhere, or in these areas only. */
export type Scope = 'everywhere' | ReadonlySet<string>;

/** An administrator verifies everywhere; a building leader or grid worker in the areas of the duty and below. */
export const verifierScope = async (db: Db, actor: Actor): Promise<Scope> => {
  if (actor.roles.includes('administrator')) return 'everywhere';
  const roots = actor.grants.flatMap(({ role, areaId }) =>
    (role === 'building-leader' || role === 'grid-worker') && areaId !== null ? [areaId] : [],
  );
  return roots.length === 0 ? new Set<string>() : loadSubtree(db, actor.communityId, roots);
};

export const covers = (scope: Scope, areaId: string): boolean => scope === 'everywhere' || scope.has(areaId);
