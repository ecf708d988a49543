import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { isResident } from '@bandeng/shared/deliberation/who.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord } from './append-record.ts';
import { ratingsChanged } from './disclosure-events.ts';
import { matterReply } from './publish-events.ts';
import { readStanding } from './read-standing.ts';
import { lockVisibleMatter } from './see-matter.ts';

/** 群众评价: one per resident who lives or owns here, from the disclosure of the outcome on; rating again replaces the earlier one. */
export const rateMatter = async (
  input: CommandInput<typeof deliberationApi.rateMatter>,
): Promise<Result<MatterReply>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  if (!isResident(actor)) return refuse('residents-only');
  const { allowed } = await readStanding(tx, actor, matter.id, now);
  if (!allowed.some(({ action }) => action === 'rate')) return refuse('not-yet-rateable');
  const { ratings } = tx.t;
  const { stars, text } = body;
  await tx
    .insert(ratings)
    .values({ communityId, matterId: matter.id, residentId, stars, text, at: now })
    .onConflictDoUpdate({
      target: [ratings.communityId, ratings.matterId, ratings.residentId],
      set: { stars, text, at: now },
    });
  const step = { stars, text };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'matter-rated', actor, body: step, at: now });
  return ok(await matterReply(tx, actor, matter.id, [await ratingsChanged(tx, communityId, matter.id)], now));
};
