import { leads } from '@bandeng/shared/chat/allowed.ts';
import { floodLimits, takeOne, waitFor, type FloodBucket } from '@bandeng/shared/chat/flood.ts';
import type { GroupRole } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { SeenGroup } from './load-group.ts';

export interface Turn {
  readonly member: FloodBucket;
  readonly group: FloodBucket;
}

const bucketOf = ({ floodTokens, floodAt }: { floodTokens: number; floodAt: number }): FloodBucket => ({
  tokens: floodTokens,
  at: floodAt,
});

/** What one member's own limit has left after one more line in the group. Refuses sending-too-fast with `waitMs`. */
export const takeOwnTurn = (member: { floodTokens: number; floodAt: number }, now: number): Result<FloodBucket> => {
  const own = takeOne(bucketOf(member), floodLimits.member, now);
  if (own !== null) return ok(own);
  return refuse('sending-too-fast', { details: { waitMs: waitFor(bucketOf(member), floodLimits.member, now) } });
};

/**
 * What the flood limits have left after one more message of this member. A leader's words do not wait for the group's.
 * Refusals: sending-too-fast, group-busy, both with `waitMs`.
 */
export const takeTurn = ({ group, member }: SeenGroup, now: number): Result<Turn> => {
  const own = takeOwnTurn(member, now);
  if (!own.ok) return own;
  const shared = bucketOf(group);
  if (leads(member.role as GroupRole)) return ok({ member: own.value, group: shared });
  const left = takeOne(shared, floodLimits.group, now);
  if (left === null) return refuse('group-busy', { details: { waitMs: waitFor(shared, floodLimits.group, now) } });
  return ok({ member: own.value, group: left });
};
