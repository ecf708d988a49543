import { freezeRoll, type Roll } from '@bandeng/shared/deliberation/roll.ts';
import type { MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord, sha256 } from './append-record.ts';
import { labelCandidates, listCandidates, type NamedCandidate } from './electorate.ts';
import type { MatterRow, SessionRow } from './rows.ts';

/** Rows of one statement: both engines bound the number of values. */
const maxRows = 500;

const countReasons = ({ leftOut }: Roll) => {
  const counts: Record<string, number> = {};
  for (const { reason } of leftOut) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

/** Recusals declared between the announcement and the opening wait on the roll before it exists. */
const takeRecusals = async (tx: Tx, { communityId, id }: SessionRow): Promise<Map<string, string>> => {
  const { rollEntries } = tx.t;
  const rows = await tx
    .delete(rollEntries)
    .where(and(eq(rollEntries.communityId, communityId), eq(rollEntries.sessionId, id)))
    .returning({ voterId: rollEntries.voterId, reason: rollEntries.excuseReason });
  return new Map(rows.map(({ voterId, reason }) => [voterId, reason]));
};

const putRoll = async (
  tx: Tx,
  { communityId, id: sessionId }: SessionRow,
  roll: Roll,
  candidates: readonly NamedCandidate[],
  recusals: ReadonlyMap<string, string>,
) => {
  const names = new Map(candidates.map(({ residentId, name }) => [residentId, name]));
  const households = new Map<string, number>();
  for (const one of candidates) households.set(one.residentId, Math.max(one.households, households.get(one.residentId) ?? 0));
  const labels = await labelCandidates(tx, communityId, new Map(roll.entries.map(({ voterId }) => [voterId, names.get(voterId) ?? ''])));
  const rows = roll.entries.map(({ voterId, excused }) => ({
    communityId,
    sessionId,
    voterId,
    name: names.get(voterId) ?? '',
    label: labels.get(voterId) ?? '',
    households: households.get(voterId) ?? 0,
    excused,
    excuseReason: recusals.get(voterId) ?? '',
    voted: false,
    changes: 0,
  }));
  for (let start = 0; start < rows.length; start += maxRows)
    await tx.insert(tx.t.rollEntries).values(rows.slice(start, start + maxRows));
};

/**
 * Freezes the roll of a session and opens it. The record keeps a hash of the roll, not the roll: that of a party meeting
 * would tell everybody who is a member.
 */
export const freezeSession = async (
  tx: Tx,
  actor: Actor,
  matter: MatterRow,
  session: SessionRow,
  now: number,
): Promise<Result<void, 'body-missing'>> => {
  const { communityId, id: sessionId, stageId, round, closesAt } = session;
  const electorate = matter.rules?.meetings[stageId as MeetingStageId].electorate;
  if (electorate === undefined) throw new Error(`matter ${matter.id} runs without rules`);
  const recusals = await takeRecusals(tx, session);
  const candidates = await listCandidates(tx, communityId, electorate, now);
  const roll = freezeRoll(candidates, electorate, now, new Set(recusals.keys()));
  if (roll.entries.length === 0) return refuse('body-missing');
  await putRoll(tx, session, roll, candidates, recusals);
  const { due, excused } = roll;
  const { sessions } = tx.t;
  await tx
    .update(sessions)
    .set({ status: 'open', openedAt: now, secret: matter.secret, due, excused })
    .where(and(eq(sessions.communityId, communityId), eq(sessions.id, sessionId)));
  await setTimer(tx, { communityId, kind: 'close-session', subjectId: sessionId, dueAt: closesAt });
  const rollHash = sha256(canonicalJson(roll.entries.map(({ voterId }) => voterId)));
  const leftOut = countReasons(roll);
  const unrepresented = roll.unrepresented.length;
  const body = { sessionId, stageId, round, due, excused, rollHash, leftOut, unrepresented, secret: matter.secret };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'session-opened', actor, body, at: now });
  return ok(undefined);
};
