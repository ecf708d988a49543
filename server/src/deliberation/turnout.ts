import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Tx } from '../platform/store/store.ts';

const $ = sql.placeholder;

const bump = prepared('deliberation_bump_turnout', (tx: Tx) => {
  const { sessions: s } = tx.t;
  return tx
    .update(s)
    .set({
      due: sql`${s.due} + ${$('due')}`,
      excused: sql`${s.excused} + ${$('excused')}`,
      present: sql`${s.present} + ${$('present')}`,
      cast: sql`${s.cast} + ${$('cast')}`,
    })
    .where(and(eq(s.communityId, $('communityId')), eq(s.id, $('sessionId'))))
    .returning({ due: s.due, excused: s.excused, present: s.present, cast: s.cast });
});

export interface TurnoutChange {
  readonly due?: number;
  readonly excused?: number;
  readonly present?: number;
  readonly cast?: number;
}

/** Adds to the counters of a session; they always equal what its rows would count to. */
export const changeTurnout = async (
  tx: Tx,
  communityId: string,
  sessionId: string,
  { due = 0, excused = 0, present = 0, cast = 0 }: TurnoutChange,
): Promise<MatterEvent> => {
  const [row] = await bump(tx, { communityId, sessionId, due, excused, present, cast });
  if (!row) throw new Error(`session ${sessionId} vanished within a write`);
  return { type: 'TurnoutChanged', sessionId, ...row };
};
