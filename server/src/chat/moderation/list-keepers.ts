import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, eq, isNull, ne } from 'drizzle-orm';
import { loadAreas } from '../../community/areas.ts';
import { listOnDuty, listSeated } from '../../community/list-holders.ts';
import type { Db } from '../../platform/store/store.ts';
import type { GroupRow } from '../load-group.ts';

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The area and all above it. */
const upwards = async (db: Db, communityId: string, areaId: string): Promise<string[]> => {
  const parentOf = new Map((await loadAreas(db, communityId)).map(({ id, parentId }) => [id, parentId]));
  const path: string[] = [];
  for (let at: string | null = areaId; at !== null; at = parentOf.get(at) ?? null) path.push(at);
  return path;
};

/** Residents who keep order everywhere, as `moderatesEverywhere` says of their roles. */
export const listKeepersEverywhere = async (db: Db, communityId: string, now: number): Promise<string[]> => {
  const day = dayAt(now);
  const committee = await listSeated(db, communityId, 'residents-committee', day);
  return unique([...committee, ...(await listOnDuty(db, communityId, ['administrator'], day))]);
};

/** Residents who keep order in this very group: leaders of its area, owner and moderators of a free one. */
export const listKeepersNear = async (db: Db, group: GroupRow, now: number): Promise<string[]> => {
  const { communityId, id, kind, subjectId } = group;
  const { groupMembers: m } = db.t;
  const leading = await db
    .select({ id: m.residentId })
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.groupId, id), ne(m.role, 'member'), isNull(m.leftAt)));
  const areaIds = kind === 'area' && subjectId !== null ? await upwards(db, communityId, subjectId) : [];
  const leaders =
    areaIds.length === 0 ? [] : await listOnDuty(db, communityId, ['building-leader', 'grid-worker'], dayAt(now), areaIds);
  return unique([...leading.map((row) => row.id), ...leaders]);
};
