import { tally, type Tally } from '@bandeng/shared/deliberation/methods/yes-no.ts';
import type { Choice } from '@bandeng/shared/deliberation/vocabulary.ts';
import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../platform/store/store.ts';
import { sha256 } from './append-record.ts';
import { isPresent } from './roll-entry.ts';
import type { SessionRow } from './rows.ts';

export interface Count {
  readonly due: number;
  readonly excused: number;
  readonly present: number;
  readonly tally: Tally;
  /** Over all receipts with their choices, sorted: the published list can be held against it. */
  readonly ballotsHash: string;
}

const maxRows = 500;

const inSession = <T extends { communityId: unknown; sessionId: unknown }>(table: T, { communityId, id }: SessionRow) =>
  and(eq(table.communityId as never, communityId as never), eq(table.sessionId as never, id as never));

/** Receipt and choice of every ballot, sorted by receipt. */
export const listBallots = (db: Db, session: SessionRow) => {
  const table = session.secret ? db.t.secretBallots : db.t.openBallots;
  return db
    .select({ receipt: table.receipt, choice: table.choice })
    .from(table)
    .where(inSession(table, session))
    .orderBy(asc(table.receipt));
};

/** Counts the rows themselves. Counters that disagree with them are a bug, and nothing is published. */
export const countSessionRows = async (db: Db, session: SessionRow): Promise<Count> => {
  const { rollEntries: r } = db.t;
  const roll = await db
    .select({ excused: r.excused, checkedInAt: r.checkedInAt, voted: r.voted })
    .from(r)
    .where(inSession(r, session));
  const ballots = await listBallots(db, session);
  const due = roll.filter(({ excused }) => !excused).length;
  const count: Count = {
    due,
    excused: roll.length - due,
    present: roll.filter(isPresent).length,
    tally: tally(ballots.map(({ choice }) => choice as Choice)),
    ballotsHash: sha256(canonicalJson(ballots)),
  };
  const voted = roll.filter((entry) => entry.voted).length;
  const counters = [session.due, session.excused, session.present, session.cast];
  const rows = [count.due, count.excused, count.present, count.tally.cast];
  if (voted !== count.tally.cast || counters.some((value, i) => value !== rows[i]))
    throw new Error(`session ${session.id} counts ${counters.join('/')} but holds ${rows.join('/')}, ${voted} voted`);
  return count;
};

/**
 * Shakes the box of a secret session: ballots and the proofs of assisted ones are written anew, sorted, and every line of
 * the roll is rewritten, all in one transaction. Neither physical order nor transaction numbers connect them afterwards;
 * in PostgreSQL the replaced rows stay in the raw files until the next vacuum.
 */
export const shakeBox = async (tx: Tx, session: SessionRow): Promise<void> => {
  const { secretBallots, assistedEntries, rollEntries } = tx.t;
  const ballots = await tx.delete(secretBallots).where(inSession(secretBallots, session)).returning();
  ballots.sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
  for (let start = 0; start < ballots.length; start += maxRows)
    await tx.insert(secretBallots).values(ballots.slice(start, start + maxRows));
  const proofs = await tx.delete(assistedEntries).where(inSession(assistedEntries, session)).returning();
  proofs.sort((a, b) => (a.voterId < b.voterId ? -1 : 1));
  for (let start = 0; start < proofs.length; start += maxRows)
    await tx.insert(assistedEntries).values(proofs.slice(start, start + maxRows));
  await tx
    .update(rollEntries)
    .set({ voted: sql`${rollEntries.voted}` })
    .where(inSession(rollEntries, session));
};
