import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from './act.ts';
import { closeTenure, findTenure } from './tenure.ts';
import { standingChanged } from './standing-changed.ts';
import { covers, verifierScope } from './verifier-scope.ts';
import { writeLog } from './write-log.ts';

const end = async ({ tx, actor, now, newId }: Act, tenureId: string, residentId: string, reason: string) => {
  const { communityId, residentId: byId } = actor;
  await closeTenure(tx, communityId, tenureId, now, reason);
  await writeLog(tx, newId, {
    communityId,
    at: now,
    byId,
    kind: 'tenure-ended',
    subjectId: tenureId,
    body: { residentId, reason },
  });
  await standingChanged(tx, communityId, residentId, now);
  return ok({ done: true as const });
};

/** A verifier records that somebody moved out or sold. Refuses not-found, outside-your-area, tenure-ended. */
export const endTenure = async (
  act: Act,
  input: { readonly tenureId: string; readonly reason: string },
): Promise<Result<{ done: true }>> => {
  const tenure = await findTenure(act.tx, act.actor.communityId, input.tenureId);
  if (tenure === null) return refuse('not-found');
  if (!covers(await verifierScope(act.tx, act.actor), tenure.areaId)) return refuse('outside-your-area');
  if (tenure.until !== null) return refuse('tenure-ended');
  return end(act, tenure.id, tenure.residentId, input.reason);
};

/** Somebody says about the own dwelling: I moved out. Refuses not-found (also for another's tenure), tenure-ended. */
export const moveOut = async (
  act: Act,
  input: { readonly tenureId: string; readonly reason: string },
): Promise<Result<{ done: true }>> => {
  const tenure = await findTenure(act.tx, act.actor.communityId, input.tenureId);
  if (tenure === null || tenure.residentId !== act.actor.residentId) return refuse('not-found');
  if (tenure.until !== null) return refuse('tenure-ended');
  return end(act, tenure.id, tenure.residentId, input.reason);
};
