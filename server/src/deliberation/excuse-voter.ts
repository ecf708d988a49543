import { freezeRoll } from '@bandeng/shared/deliberation/roll.ts';
import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import type { MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord } from './append-record.ts';
import { labelCandidates, listCandidates } from './electorate.ts';
import { isVoting } from './mark-attendance.ts';
import { findEntry, isPresent } from './roll-entry.ts';
import type { MatterRow, SessionRow } from './rows.ts';
import { changeTurnout } from './turnout.ts';

/** Before the roll exists: the recusal waits where the line of the roll will stand. */
const excuseBeforeOpening = async (
  tx: Tx,
  matter: MatterRow,
  session: SessionRow,
  voterId: string,
  reason: string,
  now: number,
): Promise<Result<void>> => {
  const { communityId, id: sessionId } = session;
  if (await findEntry(tx, communityId, sessionId, voterId)) return refuse('already-excused');
  const electorate = matter.rules?.meetings[session.stageId as MeetingStageId].electorate;
  if (electorate === undefined) throw new Error(`matter ${matter.id} runs without rules`);
  const candidates = await listCandidates(tx, communityId, electorate, now, voterId);
  const [candidate] = candidates;
  if (!candidate || freezeRoll(candidates, electorate, now).entries.length === 0) return refuse('not-on-roll');
  const { name, households } = candidate;
  const labels = await labelCandidates(tx, communityId, new Map([[voterId, name]]));
  const label = labels.get(voterId) ?? name;
  const row = { communityId, sessionId, voterId, name, label, households, excused: true, excuseReason: reason };
  await tx.insert(tx.t.rollEntries).values({ ...row, voted: false, changes: 0 });
  return ok(undefined);
};

const excuseWhileOpen = async (
  tx: Tx,
  session: SessionRow,
  voterId: string,
  reason: string,
): Promise<Result<MatterEvent[]>> => {
  const { communityId, id: sessionId } = session;
  const entry = await findEntry(tx, communityId, sessionId, voterId);
  if (!entry) return refuse('not-on-roll');
  if (entry.excused) return refuse('already-excused');
  if (entry.voted) return refuse('already-voted');
  const { rollEntries: r } = tx.t;
  await tx
    .update(r)
    .set({ excused: true, excuseReason: reason })
    .where(and(eq(r.communityId, communityId), eq(r.sessionId, sessionId), eq(r.voterId, voterId)));
  const present = isPresent(entry) ? -1 : 0;
  return ok([await changeTurnout(tx, communityId, sessionId, { due: -1, excused: 1, present })]);
};

/** Somebody with an interest takes no part: counted neither as due nor as present. Not after having voted. */
export const excuseVoter = async (
  tx: Tx,
  actor: Actor,
  { matter, session }: { readonly matter: MatterRow; readonly session: SessionRow },
  voterId: string,
  reason: string,
  now: number,
): Promise<Result<MatterEvent[]>> => {
  let events: MatterEvent[] = [];
  if (session.status === 'convened') {
    const waiting = await excuseBeforeOpening(tx, matter, session, voterId, reason, now);
    if (!waiting.ok) return waiting;
  } else {
    const voting = isVoting(session, now);
    if (!voting.ok) return voting;
    const excused = await excuseWhileOpen(tx, session, voterId, reason);
    if (!excused.ok) return excused;
    events = excused.value;
  }
  const { communityId, id: matterId } = matter;
  const body = { sessionId: session.id, voterId, reason };
  await appendRecord(tx, { communityId, matterId, kind: 'recused', actor, body, at: now });
  return ok(events);
};
