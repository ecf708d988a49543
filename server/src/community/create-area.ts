import { refusePlacement } from '@bandeng/shared/community/area-tree.ts';
import type { AreaKind } from '@bandeng/shared/community/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from './act.ts';
import { loadAreas } from './areas.ts';
import { placeAreas } from './place-area.ts';
import { standingChanged } from './standing-changed.ts';
import { writeLog } from './write-log.ts';

/** Adds an area under a parent. Refuses not-found (no such parent), area-kind-misplaced. */
export const createArea = async (
  { tx, actor, now, newId }: Act,
  input: { readonly kind: AreaKind; readonly name: string; readonly parentId: string },
): Promise<Result<{ id: string }>> => {
  const { communityId } = actor;
  const areas = await loadAreas(tx, communityId);
  const parent = areas.find((area) => area.id === input.parentId);
  if (parent === undefined) return refuse('not-found', { field: 'parentId' });
  const refused = refusePlacement(areas, input.kind, parent, null);
  if (refused !== null) return refuse(refused, { field: 'kind' });
  const area = { communityId, id: newId(), kind: input.kind, name: input.name.trim(), parentId: parent.id };
  await placeAreas(tx, [area], { now, byId: actor.residentId, reason: '' });
  const body = { kind: area.kind, name: area.name, parentId: area.parentId };
  await writeLog(tx, newId, {
    communityId,
    at: now,
    byId: actor.residentId,
    kind: 'area-created',
    subjectId: area.id,
    body,
  });
  // Whoever looks after what lies above has it too, and its neighbours may have to be named apart from it.
  await standingChanged(tx, communityId, null, now);
  return ok({ id: area.id });
};
