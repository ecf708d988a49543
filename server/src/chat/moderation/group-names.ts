import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';

/** What groups are called: by people, or after the area or body that they follow. */
export const loadGroupNames = async (
  db: Db,
  communityId: string,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { groups: g, areas: a, bodies: b } = db.t;
  if (groupIds.length === 0) return new Map();
  const rows = await db
    .select({ id: g.id, name: g.name, area: a.name, body: b.name })
    .from(g)
    .leftJoin(a, and(eq(a.communityId, g.communityId), eq(a.id, g.subjectId), eq(g.kind, 'area')))
    .leftJoin(b, and(eq(b.communityId, g.communityId), eq(b.id, g.subjectId), eq(g.kind, 'body')))
    .where(and(eq(g.communityId, communityId), inArray(g.id, [...new Set(groupIds)])));
  return new Map(rows.map(({ id, name, area, body }) => [id, name ?? area ?? body ?? '']));
};
