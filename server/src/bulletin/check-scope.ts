import { coversScope, trimAreas, writingRight, type ScopeIds } from '@bandeng/shared/bulletin/scope.ts';
import type { Role } from '@bandeng/shared/community/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { loadAreas } from '../community/areas.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

type Writer = Pick<Actor, 'communityId' | 'grants'>;

export interface CheckedScope {
  readonly areaIds: string[];
  readonly bodyIds: string[];
  /** In which office it is written: '楼栋长'. */
  readonly authorRole: string;
}

/** From the nearest office to the widest: who writes to the own building does so as its leader. */
const offices: readonly (readonly [Role, string])[] = [
  ['building-leader', '楼栋长'],
  ['grid-worker', '网格员'],
  ['residents-committee', '居委会'],
  ['branch-committee', '党支部'],
  ['administrator', '社区管理员'],
];

/**
 * Whether somebody may write to a scope now, and in which office. Areas below others are dropped.
 * Refuses scope-empty, not-found, scope-denied.
 */
export const checkScope = async (db: Db, { communityId, grants }: Writer, scope: ScopeIds): Promise<Result<CheckedScope>> => {
  if (scope.areaIds.length + scope.bodyIds.length === 0) return refuse('scope-empty', { field: 'areaIds' });
  const areas = await loadAreas(db, communityId);
  const known = new Set(areas.map(({ id }) => id));
  if (scope.areaIds.some((id) => !known.has(id))) return refuse('not-found', { field: 'areaIds' });
  if (scope.bodyIds.length > 0) {
    const { bodies: b } = db.t;
    const found = await db
      .select({ id: b.id })
      .from(b)
      .where(and(eq(b.communityId, communityId), inArray(b.id, [...scope.bodyIds])));
    if (found.length < new Set(scope.bodyIds).size) return refuse('not-found', { field: 'bodyIds' });
  }
  const office = offices.find(([role]) => {
    const held = grants.filter((grant) => grant.role === role);
    return held.length > 0 && coversScope(writingRight(held, areas), scope);
  });
  // Several duties together may cover what none covers alone.
  const together = coversScope(writingRight(grants, areas), scope) ? offices.find(([role]) => grants.some((one) => one.role === role)) : undefined;
  const [, authorRole] = office ?? together ?? [];
  if (authorRole === undefined) return refuse('scope-denied', { field: 'areaIds' });
  return ok({ areaIds: trimAreas(areas, scope.areaIds), bodyIds: [...new Set(scope.bodyIds)], authorRole });
};
