import type { BallotAccepted } from '@bandeng/shared/deliberation/ballot.ts';
import type { MatterEvent } from '@bandeng/shared/deliberation/schemas.ts';
import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Db, type Tx } from '../platform/store/store.ts';
import { appendRecord, sha256, type RecordStep } from './append-record.ts';
import { isPresent, type Entry } from './roll-entry.ts';
import type { SessionRow } from './rows.ts';
import { changeTurnout } from './turnout.ts';

const $ = sql.placeholder;

const markVoted = prepared('deliberation_mark_voted', (tx: Tx) => {
  const { rollEntries: r } = tx.t;
  return tx
    .update(r)
    .set({ voted: true, changes: sql`${$('changes')}` })
    .where(and(eq(r.communityId, $('communityId')), eq(r.sessionId, $('sessionId')), eq(r.voterId, $('voterId'))));
});

const putOpen = prepared('deliberation_put_open_ballot', (tx: Tx) =>
  tx.insert(tx.t.openBallots).values({
    communityId: $('communityId'),
    sessionId: $('sessionId'),
    voterId: $('voterId'),
    receipt: $('receipt'),
    choice: $('choice'),
    reason: $('reason'),
    channel: $('channel'),
    enteredBy: $('enteredBy'),
    witnessIds: $('witnessIds'),
    photoId: $('photoId'),
    at: $('at'),
  }),
);

const changeOpen = prepared('deliberation_change_open_ballot', (tx: Tx) => {
  const { openBallots: o } = tx.t;
  return tx
    .update(o)
    .set({ choice: sql`${$('choice')}`, reason: sql`${$('reason')}`, at: sql`${$('at')}` })
    .where(and(eq(o.communityId, $('communityId')), eq(o.sessionId, $('sessionId')), eq(o.receipt, $('receipt'))));
});

const putSecret = prepared('deliberation_put_secret_ballot', (tx: Tx) =>
  tx.insert(tx.t.secretBallots).values({
    communityId: $('communityId'),
    sessionId: $('sessionId'),
    receipt: $('receipt'),
    choice: $('choice'),
  }),
);

const changeSecret = prepared('deliberation_change_secret_ballot', (tx: Tx) => {
  const { secretBallots: s } = tx.t;
  return tx
    .update(s)
    .set({ choice: sql`${$('choice')}` })
    .where(and(eq(s.communityId, $('communityId')), eq(s.sessionId, $('sessionId')), eq(s.receipt, $('receipt'))));
});

const openByReceipt = prepared('deliberation_open_ballot', (db: Db) => {
  const { openBallots: o } = db.t;
  return db
    .select({ choice: o.choice })
    .from(o)
    .where(and(eq(o.communityId, $('communityId')), eq(o.sessionId, $('sessionId')), eq(o.receipt, $('receipt'))));
});

const secretByReceipt = prepared('deliberation_secret_ballot', (db: Db) => {
  const { secretBallots: s } = db.t;
  return db
    .select({ choice: s.choice })
    .from(s)
    .where(and(eq(s.communityId, $('communityId')), eq(s.sessionId, $('sessionId')), eq(s.receipt, $('receipt'))));
});

/** What is in the box under a receipt. */
export const findSecretChoice = async (
  db: Db,
  { communityId, id: sessionId }: SessionRow,
  receipt: string,
): Promise<string | undefined> => (await secretByReceipt(db, { communityId, sessionId, receipt }))[0]?.choice;

/** Whether a ballot of this session already has the receipt: two voters must never share one, whatever ids clients make. */
export const isReceiptTaken = async (db: Db, session: SessionRow, receipt: string): Promise<boolean> => {
  const { communityId, id: sessionId } = session;
  if (session.secret) return (await findSecretChoice(db, session, receipt)) !== undefined;
  return (await openByReceipt(db, { communityId, sessionId, receipt })).length > 0;
};

export interface Ballot {
  readonly accepted: BallotAccepted;
  readonly receipt: string;
  readonly reason: string;
  /** Who enters it; null when the voter does. */
  readonly clerk: RecordStep['actor'];
  readonly witnessIds: readonly string[];
  readonly photoId: string | null;
}

/** An open ballot is sealed in the record: the receipt, which only its voter holds, keeps the choice hidden until the count. */
const sealOf = (sessionId: string, voterId: string, { accepted, receipt, reason }: Ballot): string =>
  sha256(canonicalJson({ sessionId, voterId, receipt, choice: accepted.choice, reason }));

const recordBallot = (tx: Tx, session: SessionRow, entry: Entry, ballot: Ballot, now: number): Promise<void> => {
  const { communityId, matterId, id: sessionId } = session;
  const kind = ballot.accepted.kind === 'cast' ? 'ballot-cast' : 'ballot-changed';
  // Of a secret ballot: that one was cast, no person, and the time of the opening instead of its own.
  if (session.secret)
    return appendRecord(tx, { communityId, matterId, kind, actor: null, body: { sessionId }, at: session.openedAt ?? 0 });
  const voter = { residentId: entry.voterId, name: entry.name };
  const seal = sealOf(sessionId, entry.voterId, ballot);
  const body = { sessionId, voterId: entry.voterId, channel: ballot.accepted.channel, witnessIds: ballot.witnessIds, seal };
  return appendRecord(tx, { communityId, matterId, kind, actor: ballot.clerk ?? voter, body, at: now });
};

/** Puts an accepted ballot into the box, marks the voter, counts the turnout and records it. */
export const putBallot = async (
  tx: Tx,
  session: SessionRow,
  entry: Entry,
  ballot: Ballot,
  now: number,
): Promise<MatterEvent> => {
  const { communityId, id: sessionId } = session;
  const { voterId } = entry;
  const { accepted, receipt, reason, clerk, witnessIds, photoId } = ballot;
  const { choice, channel, changes } = accepted;
  await markVoted(tx, { communityId, sessionId, voterId, changes });
  const first = accepted.kind === 'cast';
  if (session.secret) {
    await (first ? putSecret : changeSecret)(tx, { communityId, sessionId, receipt, choice });
  } else if (first) {
    const enteredBy = clerk?.residentId ?? null;
    const row = { communityId, sessionId, voterId, receipt, choice, reason, channel, enteredBy, photoId, at: now };
    await putOpen(tx, { ...row, witnessIds: [...witnessIds] });
  } else {
    await changeOpen(tx, { communityId, sessionId, receipt, choice, reason, at: now });
  }
  if (session.secret && clerk !== null) {
    const proof = { communityId, sessionId, voterId, channel, enteredBy: clerk.residentId, witnessIds: [...witnessIds] };
    await tx.insert(tx.t.assistedEntries).values(proof);
  }
  await recordBallot(tx, session, entry, ballot, now);
  return changeTurnout(tx, communityId, sessionId, {
    cast: first ? 1 : 0,
    present: first && !isPresent(entry) ? 1 : 0,
  });
};
