import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord } from './append-record.ts';
import { isPresent, type Entry } from './roll-entry.ts';
import type { SessionRow } from './rows.ts';
import { changeTurnout } from './turnout.ts';

export const isVoting = (
  { status, closesAt }: SessionRow,
  now: number,
): Result<void, 'session-not-open' | 'session-closed'> => {
  if (status === 'convened' || status === 'cancelled') return refuse('session-not-open');
  return status === 'open' && now < closesAt ? ok(undefined) : refuse('session-closed');
};

/** Signs a person of the roll in, or out again when it was a mistake. Who has voted stays present either way. */
export const markAttendance = async (
  tx: Tx,
  actor: Actor,
  session: SessionRow,
  entry: Entry,
  present: boolean,
  now: number,
): Promise<MatterEvent[]> => {
  if (present === (entry.checkedInAt !== null)) return [];
  const { communityId, matterId, id: sessionId } = session;
  const { voterId } = entry;
  const checkedInAt = present ? now : null;
  const { rollEntries: r } = tx.t;
  await tx
    .update(r)
    .set({ checkedInAt, checkedInBy: present ? actor.residentId : null })
    .where(and(eq(r.communityId, communityId), eq(r.sessionId, sessionId), eq(r.voterId, voterId)));
  const kind = !present ? 'signed-out' : voterId === actor.residentId ? 'checked-in' : 'signed-in';
  await appendRecord(tx, { communityId, matterId, kind, actor, body: { sessionId, voterId }, at: now });
  const change = Number(isPresent({ ...entry, checkedInAt })) - Number(isPresent(entry));
  return [await changeTurnout(tx, communityId, sessionId, { present: change })];
};
