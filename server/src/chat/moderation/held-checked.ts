import type { MediaChecked } from '../../platform/content-check/content-check.ts';
import { lockGroup } from '../load-group.ts';
import { changeHeld, findHeld } from './held-rows.ts';
import { remindKeepers } from './remind-keepers.ts';
import { postHeld } from './post-held.ts';
import { tellPerson } from './tell-person.ts';

/**
 * The platform has looked at a picture or recording that waited: what passes is posted by itself, what does not waits
 * for a person. An answer that comes after somebody decided, or comes twice, changes nothing.
 */
export const heldChecked: MediaChecked = async (tx, { communityId, ownerId, verdict }, deps) => {
  const { now } = deps;
  const found = await findHeld(tx, communityId, ownerId);
  const group = found && (await lockGroup(tx, communityId, found.groupId));
  const held = group && (await findHeld(tx, communityId, ownerId));
  if (!group || held?.status !== 'held' || held.reason !== 'waiting') return;
  const posted = verdict.pass ? await postHeld(tx, group, held, now) : null;
  // Of an author who left meanwhile nothing is posted any more: the message lapses.
  const { status } = await changeHeld(
    tx,
    held,
    verdict.pass
      ? { status: posted?.ok === true ? 'released' : 'withdrawn', decidedAt: now }
      : { reason: verdict.reason, detail: verdict.detail },
  );
  if (!verdict.pass) await remindKeepers(tx, deps, held, now);
  await tellPerson(tx, { communityId, residentId: held.authorId }, 'held-decided', { heldId: held.id, status }, now);
};
