import { servesStage } from '@bandeng/shared/deliberation/who.ts';
import type { MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { covers, verifierScope } from '../community/verifier-scope.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/**
 * Whether a clerk may bring the ballot of this voter: who serves the meeting anybody's, a building leader or grid worker
 * only that of somebody who lives, or owns a dwelling, in the areas of the duty.
 */
export const isNearVoter = async (
  db: Db,
  actor: Actor,
  stageId: MeetingStageId,
  voterId: string,
  now: number,
): Promise<boolean> => {
  if (servesStage(actor, stageId)) return true;
  const { tenures: t, dwellings: d } = db.t;
  const homes = await db
    .select({ areaId: d.areaId })
    .from(t)
    .innerJoin(d, and(eq(d.communityId, t.communityId), eq(d.id, t.dwellingId)))
    .where(
      and(eq(t.communityId, actor.communityId), eq(t.residentId, voterId), or(isNull(t.until), gt(t.until, now))),
    );
  const scope = await verifierScope(db, actor);
  return homes.some(({ areaId }) => covers(scope, areaId));
};
