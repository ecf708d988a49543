import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';
import { groupName } from '../load-group.ts';

/** What groups are called, by their ids. */
export const loadGroupNames = async (
  db: Db,
  communityId: string,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (groupIds.length === 0) return new Map();
  const { groups: g } = db.t;
  const rows = await db
    .select({ id: g.id, name: g.name, title: g.title })
    .from(g)
    .where(and(eq(g.communityId, communityId), inArray(g.id, [...new Set(groupIds)])));
  return new Map(rows.map((row) => [row.id, groupName(row)]));
};
