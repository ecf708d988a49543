import type { AreaKind } from '@bandeng/shared/community/vocabulary.ts';
import type { Tx } from '../platform/store/store.ts';

export interface NewArea {
  readonly communityId: string;
  readonly id: string;
  readonly kind: AreaKind;
  readonly name: string;
  readonly parentId: string | null;
}

/** Writes new areas, each with its first placement. Callers have checked that they fit the tree. */
export const placeAreas = async (
  tx: Tx,
  areas: readonly NewArea[],
  made: { readonly now: number; readonly byId: string | null; readonly reason: string },
): Promise<void> => {
  if (areas.length === 0) return;
  await tx.insert(tx.t.areas).values(areas.map((area) => ({ ...area, version: 1 })));
  await tx.insert(tx.t.areaPlacements).values(
    areas.map(({ communityId, id, name, parentId }) => ({
      communityId,
      areaId: id,
      version: 1,
      name,
      parentId,
      from: made.now,
      until: null,
      reason: made.reason,
      byId: made.byId,
    })),
  );
};
