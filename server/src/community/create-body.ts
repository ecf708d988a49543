import type { BodyKind } from '@bandeng/shared/community/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from './act.ts';
import { loadAreas } from './areas.ts';
import { writeLog } from './write-log.ts';

/** Adds a body, for the community or for one area. Refuses body-derived (两委), not-found (no such area). */
export const createBody = async (
  { tx, actor, now, newId }: Act,
  input: { readonly kind: BodyKind; readonly name: string; readonly areaId?: string },
): Promise<Result<{ id: string }>> => {
  const { communityId } = actor;
  if (input.kind === 'two-committees') return refuse('body-derived');
  const areaId = input.areaId ?? null;
  if (areaId !== null && !(await loadAreas(tx, communityId)).some(({ id }) => id === areaId)) {
    return refuse('not-found', { field: 'areaId' });
  }
  const body = { communityId, id: newId(), kind: input.kind, name: input.name.trim(), areaId };
  await tx.insert(tx.t.bodies).values(body);
  const said = { kind: body.kind, name: body.name, areaId };
  await writeLog(tx, newId, {
    communityId,
    at: now,
    byId: actor.residentId,
    kind: 'body-created',
    subjectId: body.id,
    body: said,
  });
  return ok({ id: body.id });
};
