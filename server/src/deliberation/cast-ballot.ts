import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { decideBallot, type BallotFacts } from '@bandeng/shared/deliberation/ballot.ts';
import type { BallotChannel, Choice, SessionStatus } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { normaliseReceipt } from '@bandeng/shared/kernel/receipt.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { holdSession } from './load-matter.ts';
import { matterReply } from './publish-events.ts';
import { findSecretChoice, isReceiptTaken, putBallot } from './put-ballot.ts';
import { receiptOf } from './receipt-of.ts';
import { refuseSecond } from './refuse-second.ts';
import { findEntry, type Entry } from './roll-entry.ts';
import type { SessionRow } from './rows.ts';

type CastBallot = typeof deliberationApi.castBallot;
type Given = Pick<CommandInput<CastBallot>, 'body' | 'now'>;

/** How a voter's earlier ballot came in; unknown only of a secret online one. */
const channelOf = (entry: Entry): BallotChannel => (entry.openChannel ?? entry.assistedChannel ?? 'online') as BallotChannel;

const previousOf = (entry: Entry): BallotFacts['previous'] =>
  entry.voted ? { channel: channelOf(entry), changes: entry.changes, choice: entry.choice as Choice | null } : null;

const factsOf = (
  session: SessionRow,
  entry: Entry | undefined,
  { body, now }: Given,
  receipt: BallotFacts['receipt'],
): BallotFacts => ({
  session: {
    status: session.status as SessionStatus,
    closesAt: session.closesAt,
    secret: session.secret,
    ballotChanges: session.rules.ballotChanges,
  },
  entry: entry ?? null,
  previous: entry ? previousOf(entry) : null,
  choice: body.choice,
  channel: 'online',
  now,
  enteredBy: entry?.voterId ?? '',
  witnessIds: [],
  photoId: null,
  receipt,
});

/**
 * Casts the caller's own ballot, or changes it: an open one by another choice, a secret one by its receipt. No `commands` row is kept: it would tie a person
 * to a ballot. A retry is recognised by the receipt that its command id makes, or by the change being there already.
 */
export const castBallot = async (input: CommandInput<CastBallot>): Promise<CommandResult<Reply<CastBallot>>> => {
  const { tx, actor, params, body, now, commandId } = input;
  const { communityId, residentId } = actor;
  const session = await holdSession(tx, communityId, params.sessionId);
  if (!session) return refuse('not-found');
  const entry = await findEntry(tx, communityId, session.id, residentId);
  const fresh = receiptOf(input.deps.config.receiptSecret, session.id, commandId);
  const given = body.receipt === undefined ? undefined : (normaliseReceipt(body.receipt) ?? '');
  const inBox = async (receipt: string) => {
    if (session.secret) return findSecretChoice(tx, session, receipt);
    return entry?.receipt === receipt ? (entry.choice ?? undefined) : undefined;
  };
  const answer = async (receipt: string, changed: boolean, events: Parameters<typeof matterReply>[3]) =>
    ok({ receipt, changed, ...(await matterReply(tx, actor, session.matterId, events, now)) });

  const reason = body.reason?.trim() ?? '';
  const first = entry?.voted === true ? await inBox(fresh) : undefined;
  if (first !== undefined) {
    // The ballot may have been changed since by another command; otherwise the same id must ask for the same.
    const same = first === body.choice && (session.secret || entry?.reason === reason);
    if (!same && entry?.changes === 0) return refuse('command-id-reused', { field: 'idempotency-key' });
    return answer(fresh, false, []);
  }
  const previous = given !== undefined && entry?.voted === true ? await inBox(given) : undefined;
  if (session.secret && given !== undefined && previous === body.choice) return answer(given, true, []);
  if (!session.secret && entry && entry.changes > 0 && entry.choice === body.choice && entry.reason === reason)
    return answer(entry.receipt ?? fresh, true, []);

  const known = given === undefined ? 'none' : previous === undefined ? 'unknown' : 'found';
  const decided = decideBallot(factsOf(session, entry, input, known));
  if (!decided.ok) {
    if (decided.refusal.code === 'already-voted')
      return refuseSecond(tx, actor, session, residentId, 'online', commandId, now);
    return decided;
  }
  const accepted = decided.value;
  if (entry === undefined) throw new Error('a ballot was accepted without a line on the roll');
  if (accepted.kind === 'changed' && known === 'unknown') return refuse('receipt-wrong', { field: 'receipt' });
  if (accepted.kind === 'cast' && (await isReceiptTaken(tx, session, fresh)))
    return refuse('command-id-reused', { field: 'idempotency-key' });
  const receipt = accepted.kind === 'changed' ? (given ?? entry.receipt ?? fresh) : fresh;
  const ballot = { accepted, receipt, reason, clerk: null, witnessIds: [], photoId: null };
  const event = await putBallot(tx, session, entry, ballot, now);
  return answer(receipt, accepted.kind === 'changed', [event]);
};
