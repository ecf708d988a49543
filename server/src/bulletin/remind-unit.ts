import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { refuse } from '@bandeng/shared/kernel/refusal.ts';
import { loadSubtree } from '../community/areas.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { placesSeen } from './get-delivery.ts';
import { remindDoors } from './remind-doors.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';

type RemindUnit = typeof bulletinApi.remindUnit;

/**
 * Reminds the people of one unit who have not done what the notice asks for, by whoever follows the notice there. Refuses
 * not-found for areas outside, nobody-missing, nobody-registered, reminded-lately.
 */
export const remindUnit = async (input: CommandInput<RemindUnit>): Promise<CommandResult<Reply<RemindUnit>>> => {
  const { tx, actor, params, deps, now } = input;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'remind-doors');
  if (!allowed.ok) return allowed;
  const { areaId } = params;
  const places = await placesSeen(tx, allowed.value);
  const known = places === 'all' ? (await loadSubtree(tx, actor.communityId, [areaId])).has(areaId) : places.has(areaId);
  if (!known) return refuse('not-found');
  return remindDoors(tx, deps, allowed.value.notice, areaId, () => true, now);
};
