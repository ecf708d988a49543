import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { clearTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord, type RecordStep } from './append-record.ts';
import { headChanged, sessionsChanged } from './matter-events.ts';
import { setMatterDue } from './put-session.ts';
import type { MatterRow, SessionRow } from './rows.ts';

interface CallOff {
  /** null for the clock. */
  readonly actor: RecordStep['actor'];
  readonly reason: string;
  readonly now: number;
}

/** Calls an announced meeting off, with the one that is joint with it. The stage waits for another one. */
export const callOff = async (
  tx: Tx,
  matter: MatterRow,
  session: SessionRow,
  { actor, reason, now }: CallOff,
): Promise<MatterEvent[]> => {
  const { communityId } = matter;
  const { sessions } = tx.t;
  const cancelled = await tx
    .update(sessions)
    .set({ status: 'cancelled', voidReason: reason })
    .where(
      and(
        eq(sessions.communityId, communityId),
        inArray(sessions.id, [session.id, ...(session.jointWith === null ? [] : [session.jointWith])]),
        eq(sessions.status, 'convened'),
      ),
    )
    .returning({ id: sessions.id });
  const ids = cancelled.map(({ id }) => id).sort();
  await setMatterDue(tx, matter, null, now);
  for (const sessionId of ids) {
    await clearTimer(tx, { communityId, kind: 'close-session', subjectId: sessionId });
    const body = { sessionId, reason };
    await appendRecord(tx, { communityId, matterId: matter.id, kind: 'session-cancelled', actor, body, at: now });
  }
  return [...(await sessionsChanged(tx, communityId, ids)), await headChanged(tx, communityId, matter.id)];
};
