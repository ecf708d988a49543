import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from '../../community/act.ts';
import { lockGroup } from '../load-group.ts';
import { changeHeld, findHeld } from './held-rows.ts';
import { tellPerson } from './tell-person.ts';

/** Takes an own message back before anybody decides about it. Refuses not-found, already-decided. */
export const withdrawHeld = async ({ tx, actor, now }: Act, heldId: string): Promise<Result<{ done: true }>> => {
  const { communityId, residentId } = actor;
  const found = await findHeld(tx, communityId, heldId);
  if (found?.authorId !== residentId) return refuse('not-found');
  await lockGroup(tx, communityId, found.groupId);
  const held = await findHeld(tx, communityId, heldId);
  if (held?.status !== 'held') return refuse('already-decided');
  await changeHeld(tx, held, { status: 'withdrawn', decidedAt: now });
  await tellPerson(tx, { communityId, residentId }, 'held-decided', { heldId, status: 'withdrawn' }, now);
  return ok({ done: true });
};
