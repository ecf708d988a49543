import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { decideBallot, type BallotFacts } from '@bandeng/shared/deliberation/ballot.ts';
import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import type { BallotChannel, Choice, SessionStatus } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { holdSession } from './load-matter.ts';
import { matterReply } from './publish-events.ts';
import { isReceiptTaken, putBallot } from './put-ballot.ts';
import { receiptOf } from './receipt-of.ts';
import { recogniseBallot } from './recognise-ballot.ts';
import { refuseSecond } from './refuse-second.ts';
import { findEntry, isPresent, type Entry } from './roll-entry.ts';
import type { SessionRow } from './rows.ts';

type CastBallot = typeof deliberationApi.castBallot;

export const sessionFacts = ({ status, closesAt, secret, online, rules }: SessionRow): BallotFacts['session'] => ({
  status: status as SessionStatus,
  closesAt,
  secret,
  online,
  ballotChanges: rules.ballotChanges,
});

/** How a voter's earlier ballot came in; unknown only of a secret online one. */
const previousOf = ({ voted, changes, choice, openChannel, assistedChannel }: Entry): BallotFacts['previous'] =>
  voted
    ? { channel: (openChannel ?? assistedChannel ?? 'online') as BallotChannel, changes, choice: choice as Choice | null }
    : null;

/**
 * Casts the caller's own ballot, or changes it: an open one by another choice, a secret one by its receipt. One per voter,
 * however often the request is sent; a second one is refused and kept on record.
 */
export const castBallot = async (input: CommandInput<CastBallot>): Promise<CommandResult<Reply<CastBallot>>> => {
  const { tx, actor, params, body, now, commandId } = input;
  const { communityId, residentId } = actor;
  const session = await holdSession(tx, communityId, params.sessionId);
  if (!session) return refuse('not-found');
  const entry = await findEntry(tx, communityId, session.id, residentId);
  const fresh = receiptOf(input.deps.config.receiptSecret, session.id, commandId);
  const answer = async (receipt: string, changed: boolean, events: readonly MatterEvent[]) =>
    ok({ receipt, changed, ...(await matterReply(tx, actor, session.matterId, events, now)) });

  const recognised = await recogniseBallot(tx, session, entry, body, fresh);
  if (recognised.kind === 'reused') return refuse('command-id-reused', { field: 'idempotency-key' });
  if (recognised.kind === 'retry') return answer(recognised.receipt, recognised.changed, []);
  const decided = decideBallot({
    session: sessionFacts(session),
    entry: entry ? { ...entry, present: isPresent(entry) } : null,
    previous: entry ? previousOf(entry) : null,
    choice: body.choice,
    channel: 'online',
    now,
    enteredBy: residentId,
    witnessIds: [],
    photoId: null,
    receipt: recognised.receipt,
  });
  if (!decided.ok)
    return decided.refusal.code === 'already-voted'
      ? refuseSecond(tx, actor, session, residentId, 'online', commandId, now)
      : decided;
  if (entry === undefined) throw new Error('a ballot was accepted without a line on the roll');
  const accepted = decided.value;
  const changed = accepted.kind === 'changed';
  if (changed && recognised.receipt === 'unknown') return refuse('receipt-wrong', { field: 'receipt' });
  if (!changed && (await isReceiptTaken(tx, session, fresh))) return refuse('command-id-reused', { field: 'idempotency-key' });
  const receipt = changed ? (recognised.given ?? entry.receipt ?? fresh) : fresh;
  const ballot = { accepted, receipt, reason: body.reason?.trim() ?? '', clerk: null, witnessIds: [], photoId: null };
  return answer(receipt, changed, [await putBallot(tx, session, entry, ballot, now)]);
};
