import { mayMute, type OrderFacts } from '@bandeng/shared/chat/who-moderates.ts';
import type { GroupRole } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from '../../community/act.ts';
import { findMembership, type GroupRow } from '../load-group.ts';
import { postEvent } from '../post-event.ts';
import { writeModeration } from '../write-moderation.ts';
import { lockModerated } from './lock-moderated.ts';
import { tellPerson } from './tell-person.ts';

export interface Muting {
  readonly groupId: string;
  readonly residentId: string;
  /** 0 lets the member speak again. */
  readonly minutes: number;
  readonly reason: string;
}

const minuteMs = 60_000;

/**
 * Silences a member of a group that the caller has locked and keeps order in. The group reads for how long, never why.
 * Refuses not-found, moderator-immune (also for oneself).
 */
export const muteIn = async (
  act: Act,
  group: GroupRow,
  facts: OrderFacts,
  { residentId, minutes, reason }: Muting,
): Promise<Result<{ mutedUntil: number | null }>> => {
  const { tx, actor, now } = act;
  const { communityId } = actor;
  const member = await findMembership(tx, communityId, group.id, residentId);
  if (member === undefined) return refuse('not-found', { field: 'residentId' });
  if (residentId === actor.residentId || !mayMute(facts, member.role as GroupRole)) return refuse('moderator-immune');
  const mutedUntil = minutes === 0 ? null : now + minutes * minuteMs;
  const wasMuted = member.mutedUntil !== null && member.mutedUntil > now;
  if (mutedUntil === null && !wasMuted) return ok({ mutedUntil });
  const { groupMembers: m } = tx.t;
  await tx
    .update(m)
    .set({ mutedUntil })
    .where(and(eq(m.communityId, communityId), eq(m.groupId, group.id), eq(m.residentId, residentId)));
  const action = mutedUntil === null ? 'unmuted' : 'muted';
  await writeModeration(act, { action, groupId: group.id, aboutId: residentId, reason });
  await tellPerson(tx, { communityId, residentId }, 'muted', { groupId: group.id, mutedUntil }, now);
  const detail = mutedUntil === null ? '' : String(minutes);
  await postEvent(tx, group, { kind: action, aboutId: residentId, detail }, now);
  return ok({ mutedUntil });
};

/** Refuses not-found (also to whoever does not keep order there), group-dissolved, moderator-immune. */
export const muteMember = async (act: Act, muting: Muting): Promise<Result<{ mutedUntil: number | null }>> => {
  const moderated = await lockModerated(act.tx, act.actor, muting.groupId);
  if (moderated === undefined) return refuse('not-found');
  if (moderated.group.dissolvedAt !== null) return refuse('group-dissolved');
  return muteIn(act, moderated.group, moderated.facts, muting);
};
