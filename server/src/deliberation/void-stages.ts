import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import type { StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { clearTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord, type RecordStep } from './append-record.ts';
import { sessionsChanged } from './matter-events.ts';
import { readDisclosureParts } from './read-disclosures.ts';
import type { MatterRow } from './rows.ts';
import { shakeBox } from './tally-session.ts';

interface VoidContext {
  readonly actor: RecordStep['actor'];
  readonly reason: string;
  readonly now: number;
}

const voidSessions = async (tx: Tx, matter: MatterRow, stages: readonly StageId[], context: VoidContext) => {
  const { communityId, id: matterId } = matter;
  const { sessions } = tx.t;
  const rows = await tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.communityId, communityId),
        eq(sessions.matterId, matterId),
        eq(sessions.version, matter.version),
        inArray(sessions.stageId, [...stages]),
        inArray(sessions.status, ['convened', 'open', 'passed']),
      ),
    )
    .orderBy(asc(sessions.ordinal));
  for (const row of rows) {
    const { id, stageId, round } = row;
    // A vote that is broken off is never counted, and its box keeps no order all the same.
    if (row.secret && row.status === 'open') await shakeBox(tx, row);
    await tx
      .update(sessions)
      .set({ status: 'void', voidReason: context.reason })
      .where(and(eq(sessions.communityId, communityId), eq(sessions.id, id)));
    await clearTimer(tx, { communityId, kind: 'close-session', subjectId: id });
    const body = { sessionId: id, stageId, round, reason: context.reason };
    await appendRecord(tx, { communityId, matterId, kind: 'session-voided', actor: context.actor, body, at: context.now });
  }
  return sessionsChanged(tx, communityId, rows.map(({ id }) => id));
};

const voidDisclosures = async (tx: Tx, matter: MatterRow, stages: readonly StageId[], context: VoidContext) => {
  const { communityId, id: matterId } = matter;
  const { disclosures } = tx.t;
  const rows = await tx
    .select({ id: disclosures.id, stageId: disclosures.stageId })
    .from(disclosures)
    .where(
      and(
        eq(disclosures.communityId, communityId),
        eq(disclosures.matterId, matterId),
        inArray(disclosures.stageId, [...stages]),
        inArray(disclosures.status, ['up', 'passed']),
      ),
    )
    .orderBy(asc(disclosures.publishedAt), asc(disclosures.id));
  for (const { id, stageId } of rows) {
    await tx
      .update(disclosures)
      .set({ status: 'void', endedAt: context.now })
      .where(and(eq(disclosures.communityId, communityId), eq(disclosures.id, id)));
    await clearTimer(tx, { communityId, kind: 'end-disclosure', subjectId: id });
    const body = { disclosureId: id, stageId, reason: context.reason };
    await appendRecord(tx, { communityId, matterId, kind: 'disclosure-voided', actor: context.actor, body, at: context.now });
  }
  return rows.map(({ id }) => id);
};

/** What was decided or published in these stages no longer counts. It stays readable, marked void, with the reason. */
export const voidStages = async (
  tx: Tx,
  matter: MatterRow,
  stages: readonly StageId[],
  context: VoidContext,
): Promise<MatterEvent[]> => {
  if (stages.length === 0) return [];
  const events = await voidSessions(tx, matter, stages, context);
  const ended = await voidDisclosures(tx, matter, stages, context);
  if (ended.length === 0) return events;
  const { disclosures } = await readDisclosureParts(tx, matter.communityId, matter.id);
  const changed = disclosures.filter(({ id }) => ended.includes(id));
  return [...events, ...changed.map((disclosure): MatterEvent => ({ type: 'DisclosureChanged', disclosure }))];
};
