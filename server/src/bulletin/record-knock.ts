import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { loadPeople } from '../deliberation/load-people.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import type { Tx } from '../platform/store/store.ts';
import { announceDelivery } from './announce-delivery.ts';
import { placesSeen } from './get-delivery.ts';
import { readText } from './load-notice.ts';
import { loadDoorLabel, presentKnock } from './present-knock.ts';
import { lockSeenNotice } from './see-notice.ts';

type RecordKnock = typeof bulletinApi.recordKnock;

const findDoor = async (tx: Tx, communityId: string, noticeId: string, dwellingId: string) => {
  const { dwellings: d, noticeKnocks: k } = tx.t;
  const [found] = await tx
    .select({ dwelling: d, knock: k })
    .from(d)
    .leftJoin(k, and(eq(k.communityId, d.communityId), eq(k.noticeId, noticeId), eq(k.dwellingId, d.id)))
    .where(and(eq(d.communityId, communityId), eq(d.id, dwellingId), isNull(d.removedAt)));
  return found;
};

/**
 * Puts down what a visit came to: by the helper whose door it is, or by whoever follows the notice there, also for a door
 * that was handed to nobody. Doing it again replaces the result. What was told is the version in force.
 * Refuses notice-changed when it was corrected since the list was shown, notice-withdrawn, notice-not-published; not-found for other doors and for everybody else.
 */
export const recordKnock = async (input: CommandInput<RecordKnock>): Promise<CommandResult<Reply<RecordKnock>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const seen = await lockSeenNotice(tx, actor, params.noticeId, now);
  const door = seen && (await findDoor(tx, communityId, params.noticeId, params.dwellingId));
  if (!seen || !door) return refuse('not-found');
  const { notice } = seen;
  const places = seen.allowed.includes('see-delivery') ? await placesSeen(tx, seen) : new Set<string>();
  const follows = places === 'all' || places.has(door.dwelling.areaId);
  if (door.knock?.helperId !== residentId && !follows) {
    return refuse(seen.status === 'draft' || seen.status === 'scheduled' ? 'notice-not-published' : 'not-found');
  }
  if (seen.status === 'withdrawn') return refuse('notice-withdrawn');
  // Corrected while the helper stood at the door: what was told there no longer holds.
  if (body.version !== undefined && body.version !== notice.version) return refuse('notice-changed', { field: 'version' });
  const { noticeKnocks: k } = tx.t;
  const done = { result: body.result, version: notice.version, note: body.note, at: now };
  const knock = {
    ...(door.knock ?? { communityId, noticeId: notice.id, dwellingId: door.dwelling.id, helperId: residentId, assignedBy: residentId, assignedAt: now }),
    ...done,
  };
  await tx
    .insert(k)
    .values(knock)
    .onConflictDoUpdate({ target: [k.communityId, k.noticeId, k.dwellingId], set: done });
  await announceDelivery(tx, notice, now);
  const { title } = await readText(tx, notice);
  const label = (await loadDoorLabel(tx, communityId))(door.dwelling);
  const helper = (await loadPeople(tx, communityId, [knock.helperId]))(knock.helperId).name;
  return ok(presentKnock(knock, { title, version: notice.version, label, helper }));
};
