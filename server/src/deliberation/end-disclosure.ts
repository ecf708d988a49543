import { decideDisclosureEnd } from '@bandeng/shared/deliberation/disclosure.ts';
import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import type { DisclosureStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord } from './append-record.ts';
import { disclosureChanged } from './disclosure-events.ts';
import { lockDisclosure } from './find-disclosure.ts';
import type { DisclosureRow } from './present-disclosure.ts';
import { publishMatterEvents } from './publish-events.ts';
import type { MatterRow } from './rows.ts';
import { stepMatter } from './stage-flow.ts';

/**
 * Takes a notice down once its days are over and every objection has an answer, and moves the matter on: to the outcome, or to
 * its close. Does nothing as long as one of the two is missing. Needs the matter's lock.
 */
export const passWhenDone = async (
  tx: Tx,
  matter: MatterRow,
  disclosure: DisclosureRow,
  now: number,
): Promise<MatterEvent[]> => {
  const { communityId, id: matterId } = matter;
  const { disclosures, objections: o } = tx.t;
  const objections = await tx
    .select({ answeredAt: o.answeredAt })
    .from(o)
    .where(and(eq(o.communityId, communityId), eq(o.disclosureId, disclosure.id)));
  if (disclosure.status !== 'up' || decideDisclosureEnd({ objections, now, endsAt: disclosure.endsAt }) === 'wait')
    return [];
  await tx
    .update(disclosures)
    .set({ status: 'passed', endedAt: now })
    .where(and(eq(disclosures.communityId, communityId), eq(disclosures.id, disclosure.id)));
  const stageId = disclosure.stageId as DisclosureStageId;
  const body = { disclosureId: disclosure.id, stageId, objections: objections.length };
  await appendRecord(tx, { communityId, matterId, kind: 'disclosure-ended', actor: null, body, at: now });
  const moved = await stepMatter(tx, matter, { type: 'end-disclosure', stageId }, { actor: null, reason: '', now });
  if (!moved.ok) throw new Error(`a notice that was up could not end: ${moved.refusal.code}`);
  return [await disclosureChanged(tx, communityId, disclosure.id), ...moved.value];
};

/** At the end of the last day. An unanswered objection keeps the notice up; then its answer ends it. */
export const endDisclosure: TimerHandler = {
  run: async (tx, { communityId, subjectId }, { now }) => {
    const held = await lockDisclosure(tx, communityId, subjectId);
    if (!held) return;
    const events = await passWhenDone(tx, held.matter, held.disclosure, now);
    await publishMatterEvents(tx, communityId, held.matter.id, events, now);
  },
};
