import { labelScope, type NamedArea, type ScopeIds } from '@bandeng/shared/bulletin/scope.ts';
import type { NoticeScope } from '@bandeng/shared/bulletin/schemas.ts';
import type { BodyKind } from '@bandeng/shared/community/vocabulary.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { loadAreas } from '../community/areas.ts';
import type { Db } from '../platform/store/store.ts';

export interface ScopeNames {
  /** '春晖苑 2栋、3栋' */
  readonly label: (scope: ScopeIds) => string;
  readonly present: (scope: ScopeIds) => NoticeScope;
}

/** Names of what some scopes hold, in two statements however many there are. */
export const loadScopeNames = async (db: Db, communityId: string, scopes: readonly ScopeIds[]): Promise<ScopeNames> => {
  const { bodies: b } = db.t;
  const wanted = [...new Set(scopes.flatMap(({ bodyIds }) => bodyIds))];
  const named = scopes.some(({ areaIds }) => areaIds.length > 0);
  const areas: readonly NamedArea[] = named ? await loadAreas(db, communityId) : [];
  const bodies =
    wanted.length === 0
      ? []
      : await db
          .select({ id: b.id, kind: b.kind, name: b.name })
          .from(b)
          .where(and(eq(b.communityId, communityId), inArray(b.id, wanted)));
  const bodiesOf = (ids: readonly string[]) => ids.flatMap((id) => bodies.find((one) => one.id === id) ?? []);
  const byId = new Map(areas.map((area) => [area.id, area]));
  return {
    label: ({ areaIds, bodyIds }) => labelScope(areas, areaIds, bodiesOf(bodyIds).map(({ name }) => name)),
    present: ({ areaIds, bodyIds }) => ({
      areas: areaIds.flatMap((id) => {
        const area = byId.get(id);
        return area === undefined ? [] : [{ id, kind: area.kind, name: area.name }];
      }),
      bodies: bodiesOf(bodyIds).map(({ id, kind, name }) => ({ id, kind: kind as BodyKind, name })),
    }),
  };
};

export const nameScope = async (db: Db, notice: ScopeIds & { readonly communityId: string }): Promise<string> =>
  (await loadScopeNames(db, notice.communityId, [notice])).label(notice);
