import type { HeldMessage } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Act } from '../../community/act.ts';
import { writeModeration } from '../write-moderation.ts';
import { changeHeld, findHeld } from './held-rows.ts';
import { lockModerated } from './lock-moderated.ts';
import { postHeld } from './post-held.ts';
import { presentHeld } from './present-held.ts';
import { tellPerson } from './tell-person.ts';

/**
 * Lets a held message into its group now, as its author's, or keeps it out; the author is told, with the reason.
 * Refuses not-found (also to whoever does not keep order there), own-message, already-decided, author-left,
 * group-dissolved.
 */
export const decideHeld = async (
  act: Act,
  input: { readonly heldId: string; readonly release: boolean; readonly reason: string },
): Promise<Result<HeldMessage>> => {
  const { tx, actor, now } = act;
  const { communityId, residentId } = actor;
  const { heldId, release, reason } = input;
  const found = await findHeld(tx, communityId, heldId);
  const moderated = found && (await lockModerated(tx, actor, found.groupId));
  // Read again: another decision may have been under way before the group was held.
  const held = moderated && (await findHeld(tx, communityId, heldId));
  if (!moderated || !held) return refuse('not-found');
  if (held.authorId === residentId) return refuse('own-message');
  if (held.status !== 'held') return refuse('already-decided');
  let seq: number | undefined;
  if (release) {
    const posted = await postHeld(tx, moderated.group, held, now);
    if (!posted.ok) return posted;
    seq = posted.value.seq;
  }
  const status = release ? 'released' : 'refused';
  const decided = await changeHeld(tx, held, { status, decidedBy: residentId, decidedAt: now, decidedReason: reason });
  const entry = { groupId: held.groupId, aboutId: held.authorId, reason, ...(seq === undefined ? {} : { seq }) };
  await writeModeration(act, { action: release ? 'held-released' : 'held-refused', ...entry });
  await tellPerson(tx, { communityId, residentId: held.authorId }, 'held-decided', { heldId, status }, now);
  const [shown] = await presentHeld(tx, communityId, [decided]);
  if (shown === undefined) throw new Error('a decided message cannot be shown');
  return ok(shown);
};
