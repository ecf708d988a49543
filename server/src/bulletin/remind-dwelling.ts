import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { placesSeen } from './get-delivery.ts';
import { remindDoors } from './remind-doors.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';

type RemindDwelling = typeof bulletinApi.remindDwelling;

/**
 * Reminds the people behind one door, by whoever follows the notice there. Refuses not-found for other doors, nobody-missing,
 * nobody-registered, reminded-lately.
 */
export const remindDwelling = async (input: CommandInput<RemindDwelling>): Promise<CommandResult<Reply<RemindDwelling>>> => {
  const { tx, actor, params, deps, now } = input;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'remind-doors');
  if (!allowed.ok) return allowed;
  const places = await placesSeen(tx, allowed.value);
  const { dwellings: d } = tx.t;
  const [door] = await tx
    .select({ id: d.id, areaId: d.areaId })
    .from(d)
    .where(and(eq(d.communityId, actor.communityId), eq(d.id, params.dwellingId), isNull(d.removedAt)));
  if (!door || (places !== 'all' && !places.has(door.areaId))) return refuse('not-found');
  return remindDoors(tx, deps, allowed.value.notice, door.areaId, (id) => id === door.id, now);
};
