import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, sql } from 'drizzle-orm';
import { loadSubtree } from '../community/areas.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { announceDelivery } from './announce-delivery.ts';
import type { Places } from './audience.ts';
import { listMissingDwellings } from './delivery-levels.ts';
import { placesSeen } from './get-delivery.ts';
import type { NoticeRecord } from './rows.ts';
import { lockSeenNotice, requireNotice } from './see-notice.ts';

type AssignKnocks = typeof bulletinApi.assignKnocks;

/** Both engines bound the number of values in a statement. */
const chunkSize = 200;

/** A door that was handed over before is handed over anew; the note of the last visit stays for the next one. */
const putKnocks = async (tx: Tx, { communityId, id }: NoticeRecord, dwellingIds: readonly string[], by: { helperId: string; assignedBy: string; assignedAt: number }) => {
  const { noticeKnocks: k } = tx.t;
  const blank = { result: null, version: 0, at: null };
  for (let start = 0; start < dwellingIds.length; start += chunkSize) {
    const some = dwellingIds.slice(start, start + chunkSize);
    await tx
      .insert(k)
      .values(some.map((dwellingId) => ({ communityId, noticeId: id, dwellingId, ...by, ...blank, note: '' })))
      .onConflictDoUpdate({
        target: [k.communityId, k.noticeId, k.dwellingId],
        set: { ...blank, helperId: sql`excluded.helper_id`, assignedBy: sql`excluded.assigned_by`, assignedAt: sql`excluded.assigned_at` },
      });
  }
};

/**
 * Hands the doors where the notice did not arrive to a member of the community, who sees them as a list to tick off.
 * Refuses helper-unknown, not-found for an area that is not there, nobody-missing.
 */
export const assignKnocks = async (input: CommandInput<AssignKnocks>): Promise<CommandResult<Reply<AssignKnocks>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const allowed = requireNotice(await lockSeenNotice(tx, actor, params.noticeId, now), 'assign-knocks');
  if (!allowed.ok) return allowed;
  const { notice } = allowed.value;
  const { residents: r } = tx.t;
  const [helper] = await tx
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.id, body.helperId)));
  if (!helper) return refuse('helper-unknown', { field: 'helperId' });
  let places: Places = await placesSeen(tx, allowed.value);
  if (body.areaId !== undefined) {
    const below = await loadSubtree(tx, communityId, [body.areaId]);
    if (below.size === 0) return refuse('not-found', { field: 'areaId' });
    const whole = places;
    places = whole === 'all' ? below : new Set([...below].filter((id) => whole.has(id)));
  }
  const dwellingIds = await listMissingDwellings(tx, notice, places);
  if (dwellingIds.length === 0) return refuse('nobody-missing');
  await putKnocks(tx, notice, dwellingIds, { helperId: helper.id, assignedBy: residentId, assignedAt: now });
  await publish(tx, communityId, `me:${helper.id}`, 'notices-changed', { noticeId: notice.id }, now);
  await announceDelivery(tx, notice, now);
  return ok({ assigned: dwellingIds.length });
};
