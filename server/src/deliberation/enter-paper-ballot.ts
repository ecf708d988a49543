import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { decideBallot } from '@bandeng/shared/deliberation/ballot.ts';
import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import type { BallotChannel, MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { entersPaperBallots } from '@bandeng/shared/deliberation/who.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import type { Tx } from '../platform/store/store.ts';
import { attachFiles } from './attach-files.ts';
import { sessionFacts } from './cast-ballot.ts';
import { holdSession } from './load-matter.ts';
import { isNearVoter } from './near-voter.ts';
import { matterReply } from './publish-events.ts';
import { findSecretChoice, isReceiptTaken, putBallot } from './put-ballot.ts';
import { receiptOf } from './receipt-of.ts';
import { refuseSecond } from './refuse-second.ts';
import { findEntry, isPresent } from './roll-entry.ts';

type EnterPaperBallot = typeof deliberationApi.enterPaperBallot;

const areResidents = async (tx: Tx, communityId: string, ids: readonly string[]): Promise<boolean> => {
  const { residents } = tx.t;
  const rows = await tx
    .select({ id: residents.id })
    .from(residents)
    .where(and(eq(residents.communityId, communityId), inArray(residents.id, [...ids])));
  return rows.length === new Set(ids).size;
};

/** Enters a paper or assisted ballot before two witnesses, with a photo of the sheet. Keeps no `commands` row; see `castBallot`. */
export const enterPaperBallot = async (
  input: CommandInput<EnterPaperBallot>,
): Promise<CommandResult<Reply<EnterPaperBallot>>> => {
  const { tx, actor, params, body, now, commandId } = input;
  const { communityId, residentId } = actor;
  const { voterId, witnessIds, photoId, choice } = body;
  const channel = body.channel as BallotChannel;
  const session = await holdSession(tx, communityId, params.sessionId);
  if (!session) return refuse('not-found');
  const stageId = session.stageId as MeetingStageId;
  if (!entersPaperBallots(actor, stageId)) return refuse('not-allowed');
  if (!(await isNearVoter(tx, actor, stageId, voterId, now))) return refuse('outside-your-area', { field: 'voterId' });
  const entry = await findEntry(tx, communityId, session.id, voterId);
  const receipt = receiptOf(input.deps.config.receiptSecret, session.id, commandId);
  const answer = async (events: readonly MatterEvent[]) =>
    ok({ receipt, ...(await matterReply(tx, actor, session.matterId, events, now)) });

  if (entry?.voted === true) {
    const first = session.secret ? await findSecretChoice(tx, session, receipt) : entry.receipt === receipt ? entry.choice : undefined;
    if (first === choice) return answer([]);
    if (first !== undefined) return refuse('command-id-reused', { field: 'idempotency-key' });
  }
  const decided = decideBallot({
    session: sessionFacts(session),
    entry: entry ? { ...entry, present: isPresent(entry) } : null,
    previous: entry?.voted === true ? { channel: 'online', changes: entry.changes, choice: null } : null,
    choice,
    channel,
    now,
    enteredBy: residentId,
    witnessIds,
    photoId,
    receipt: 'none',
  });
  if (!decided.ok) {
    if (decided.refusal.code === 'already-voted') return refuseSecond(tx, actor, session, voterId, channel, commandId, now);
    return decided;
  }
  if (entry === undefined) throw new Error('a ballot was accepted without a line on the roll');
  if (await isReceiptTaken(tx, session, receipt)) return refuse('command-id-reused', { field: 'idempotency-key' });
  if (!(await areResidents(tx, communityId, witnessIds))) return refuse('witnesses-needed', { field: 'witnessIds' });
  const attached = await attachFiles(tx, communityId, residentId, [photoId], { kind: 'ballot', id: session.id });
  if (!attached.ok) return refuse('photo-needed', { field: 'photoId' });
  const ballot = { accepted: decided.value, receipt, reason: '', clerk: actor, witnessIds, photoId };
  return answer([await putBallot(tx, session, entry, ballot, now)]);
};
