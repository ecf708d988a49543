import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from '../../community/act.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Tx } from '../../platform/store/store.ts';
import { lockGroup } from '../load-group.ts';
import { changeHeld, findHeld } from './held-rows.ts';
import { inputOf, presentHeld, type HeldRow } from './present-held.ts';
import { tellPerson } from './tell-person.ts';

/** What was taken back is nobody's business: its words, its file and the kept reply to its sending go. */
const eraseTraces = async (tx: Tx, { communityId, accountId }: Actor, held: HeldRow): Promise<void> => {
  const { files: f, commands: c } = tx.t;
  await tx
    .update(f)
    .set({ ownerKind: null, ownerId: null })
    .where(and(eq(f.communityId, communityId), eq(f.ownerKind, 'held'), eq(f.ownerId, held.id)));
  const [shown] = await presentHeld(tx, communityId, [held]);
  await tx
    .update(c)
    .set({ outcome: { ok: true, value: { message: null, held: shown } } })
    .where(and(eq(c.communityId, communityId), eq(c.actorId, accountId), eq(c.commandId, held.sentAs)));
};

/** Takes an own message back before anybody decides about it. Refuses not-found, already-decided. */
export const withdrawHeld = async ({ tx, actor, now }: Act, heldId: string): Promise<Result<{ done: true }>> => {
  const { communityId, residentId } = actor;
  const found = await findHeld(tx, communityId, heldId);
  if (found?.authorId !== residentId) return refuse('not-found');
  await lockGroup(tx, communityId, found.groupId);
  const held = await findHeld(tx, communityId, heldId);
  if (held?.status !== 'held') return refuse('already-decided');
  const input = { kind: inputOf(held).kind };
  const withdrawn = await changeHeld(tx, held, { status: 'withdrawn', decidedAt: now, detail: '', input });
  await eraseTraces(tx, actor, withdrawn);
  await tellPerson(tx, { communityId, residentId }, 'held-decided', { heldId, status: 'withdrawn' }, now);
  return ok({ done: true });
};
