import { refusePlacement } from '@bandeng/shared/community/area-tree.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { loadAreas } from './areas.ts';
import { standingChanged } from './standing-changed.ts';
import { writeLog } from './write-log.ts';

/**
 * Renames an area or puts it under another parent, as a new version; the old placement stays on record.
 * Refuses not-found, version-conflict, area-loop, area-kind-misplaced.
 */
export const redrawArea = async (
  { tx, actor, now, newId }: Act,
  input: {
    readonly areaId: string;
    readonly name: string;
    readonly parentId: string;
    readonly reason: string;
    readonly version: number;
  },
): Promise<Result<{ version: number }>> => {
  const { communityId, residentId: byId } = actor;
  const tree = await loadAreas(tx, communityId);
  const area = tree.find(({ id }) => id === input.areaId);
  if (area === undefined) return refuse('not-found');
  if (area.version !== input.version) return refuse('version-conflict', { field: 'version' });
  const parent = tree.find(({ id }) => id === input.parentId);
  if (parent === undefined) return refuse('not-found', { field: 'parentId' });
  const refused = refusePlacement(tree, area.kind, parent, area.id);
  if (refused !== null) return refuse(refused, { field: 'parentId' });
  const { areas, areaPlacements: placements } = tx.t;
  const version = area.version + 1;
  const next = { name: input.name.trim(), parentId: parent.id };
  await tx
    .update(placements)
    .set({ until: now })
    .where(
      and(
        eq(placements.communityId, communityId),
        eq(placements.areaId, area.id),
        eq(placements.version, area.version),
      ),
    );
  const placement = {
    communityId,
    areaId: area.id,
    version,
    ...next,
    from: now,
    until: null,
    reason: input.reason,
    byId,
  };
  await tx.insert(placements).values(placement);
  await tx
    .update(areas)
    .set({ ...next, version })
    .where(and(eq(areas.communityId, communityId), eq(areas.id, area.id)));
  const body = { before: { name: area.name, parentId: area.parentId }, after: next, reason: input.reason };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'area-redrawn', subjectId: area.id, body });
  await standingChanged(tx, communityId, null, now);
  return ok({ version });
};
