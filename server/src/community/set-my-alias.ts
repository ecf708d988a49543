import type { MyPlace } from '@bandeng/shared/community/schemas.ts';
import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from './act.ts';
import { getMyPlace } from './my-place.ts';
import { standingChanged } from './standing-changed.ts';

/** What neighbours call me ('王工'); empty for the own name. Rolls and records keep the name. */
export const setMyAlias = async ({ tx, actor, now }: Act, alias: string): Promise<Result<MyPlace>> => {
  const { residents: r } = tx.t;
  await tx
    .update(r)
    .set({ alias: alias.trim() })
    .where(and(eq(r.communityId, actor.communityId), eq(r.id, actor.residentId)));
  await standingChanged(tx, actor.communityId, actor.residentId, now);
  return ok(await getMyPlace(tx, actor, now));
};
