import type { GroupKind } from '@bandeng/shared/chat/vocabulary.ts';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { Tx } from '../../platform/store/store.ts';
import { groupScope } from '../load-group.ts';
import { publishGroup } from '../publish-group.ts';
import { countDwellings, loadGround } from './load-ground.ts';

/** Brings what groups are called after, and how many dwellings they stand for, up to date with the register. */
export const refreshGroups = async (tx: Tx, communityId: string, now: number): Promise<void> => {
  const { groups: g } = tx.t;
  const rows = await tx
    .select()
    .from(g)
    .where(and(eq(g.communityId, communityId), ne(g.kind, 'free')))
    .orderBy(asc(g.id));
  if (rows.length === 0) return;
  const ground = await loadGround(tx, communityId);
  const dwellings = await countDwellings(tx, communityId);
  for (const row of rows) {
    const follows = { kind: row.kind as Exclude<GroupKind, 'free'>, subjectId: row.subjectId ?? '' };
    const outline = ground.outline(follows, dwellings);
    const renamed = outline.title !== row.title;
    if (!renamed && outline.areaKind === row.areaKind && outline.dwellings === row.dwellings) continue;
    await tx.lock(groupScope(communityId, row.id));
    const [group] = await tx
      .update(g)
      .set(outline)
      .where(and(eq(g.communityId, communityId), eq(g.id, row.id)))
      .returning();
    if (group !== undefined && renamed && group.name === null) await publishGroup(tx, group, now);
  }
};
