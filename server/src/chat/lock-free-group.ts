import type { GroupAction } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Tx } from '../platform/store/store.ts';
import { allowedTo, lockSeenGroup, type SeenGroup } from './load-group.ts';

/**
 * A free group in which the actor may do this now, held until the write ends. Refusals: not-found, group-follows-register,
 * group-dissolved, not-allowed.
 */
export const lockFreeGroup = async (
  tx: Tx,
  actor: Actor,
  groupId: string,
  action: GroupAction,
  now: number,
): Promise<Result<SeenGroup>> => {
  const seen = await lockSeenGroup(tx, actor, groupId);
  if (!seen) return refuse('not-found');
  if (seen.group.kind !== 'free') return refuse('group-follows-register');
  if (seen.group.dissolvedAt !== null) return refuse('group-dissolved');
  return allowedTo(seen, now).includes(action) ? ok(seen) : refuse('not-allowed');
};
