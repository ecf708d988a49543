import type { BallotChannel } from '@bandeng/shared/deliberation/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import { refuseKeeping, type KeptRefusal } from '../platform/http/run-command.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord, sha256 } from './append-record.ts';
import type { SessionRow } from './rows.ts';

/** Refuses a second ballot of one voter and keeps that it was tried: who and when, never what. A retry is no new try. */
export const refuseSecond = async (
  tx: Tx,
  actor: Actor,
  session: SessionRow,
  voterId: string,
  channel: BallotChannel,
  commandId: string,
  now: number,
): Promise<KeptRefusal> => {
  const { communityId, matterId, id: sessionId } = session;
  const { ballotConflicts } = tx.t;
  const id = sha256(`${sessionId}:${commandId}`).slice(0, 32);
  const [known] = await tx
    .select({ id: ballotConflicts.id })
    .from(ballotConflicts)
    .where(and(eq(ballotConflicts.communityId, communityId), eq(ballotConflicts.id, id)));
  if (!known) {
    await tx.insert(ballotConflicts).values({ communityId, id, sessionId, voterId, channel, byId: actor.residentId, at: now });
    const body = { sessionId, voterId, channel };
    await appendRecord(tx, { communityId, matterId, kind: 'ballot-refused', actor, body, at: now });
  }
  return refuseKeeping({ code: 'already-voted' });
};
