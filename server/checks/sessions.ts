import { decideOutcome } from '@bandeng/shared/deliberation/outcome.ts';
import { choices } from '@bandeng/shared/deliberation/vocabulary.ts';
import { canonicalJson } from '@bandeng/shared/kernel/canonical.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { SessionRow } from '../src/deliberation/rows.ts';
import type { Db } from '../src/platform/store/store.ts';
import type { Invariant } from './invariant.ts';

interface Rows {
  readonly roll: readonly { voterId: string; excused: boolean; checkedInAt: number | null; voted: boolean }[];
  readonly open: readonly { voterId: string; choice: string }[];
  readonly secret: readonly { choice: string }[];
  readonly assisted: readonly { voterId: string }[];
}

const readRows = async (db: Db, { communityId, id }: SessionRow): Promise<Rows> => {
  const { rollEntries: r, openBallots: o, secretBallots: s, assistedEntries: a } = db.t;
  return {
    roll: await db
      .select({ voterId: r.voterId, excused: r.excused, checkedInAt: r.checkedInAt, voted: r.voted })
      .from(r)
      .where(and(eq(r.communityId, communityId), eq(r.sessionId, id))),
    open: await db
      .select({ voterId: o.voterId, choice: o.choice })
      .from(o)
      .where(and(eq(o.communityId, communityId), eq(o.sessionId, id))),
    secret: await db
      .select({ choice: s.choice })
      .from(s)
      .where(and(eq(s.communityId, communityId), eq(s.sessionId, id))),
    assisted: await db
      .select({ voterId: a.voterId })
      .from(a)
      .where(and(eq(a.communityId, communityId), eq(a.sessionId, id))),
  };
};

/** One invariant of a session: what is wrong with it, or nothing. */
const ofSession = (name: string, judge: (session: SessionRow, rows: Rows) => string | null): Invariant => ({
  name,
  find: async (db) => {
    const { sessions } = db.t;
    const found = [];
    for (const session of await db.select().from(sessions).orderBy(asc(sessions.communityId), asc(sessions.id))) {
      const problem = judge(session, await readRows(db, session));
      if (problem !== null) found.push({ communityId: session.communityId, subjectId: session.id, found: problem });
    }
    return found;
  },
});

const countOf = ({ roll, open, secret }: Rows) => ({
  due: roll.filter(({ excused }) => !excused).length,
  excused: roll.filter(({ excused }) => excused).length,
  present: roll.filter((entry) => !entry.excused && (entry.checkedInAt !== null || entry.voted)).length,
  voted: roll.filter(({ voted }) => voted).length,
  cast: open.length + secret.length,
});

export const ballotsEqualVoters = ofSession('ballots-equal-voters', (_session, rows) => {
  const { cast, voted } = countOf(rows);
  return cast === voted ? null : `${cast} ballots of ${voted} voters`;
});

export const oneBallotPerVoter = ofSession('one-ballot-per-voter', (_session, { roll, open, assisted }) => {
  const mayVote = new Set(roll.filter(({ excused, voted }) => voted && !excused).map(({ voterId }) => voterId));
  const strangers = [...open, ...assisted].filter(({ voterId }) => !mayVote.has(voterId)).length;
  const twice = open.length - new Set(open.map(({ voterId }) => voterId)).size;
  const excused = roll.filter((entry) => entry.excused && entry.voted).length;
  return strangers + twice + excused === 0 ? null : `${strangers} ballots of nobody on the roll, ${twice} second ones, ${excused} of excused`;
});

export const castWithinPresentWithinDue = ofSession('cast-within-present-within-due', ({ due, present, cast }) =>
  cast <= present && present <= due ? null : `due ${due}, present ${present}, cast ${cast}`,
);

export const countersEqualRows = ofSession('counters-equal-rows', (session, rows) => {
  const { voted: _voted, ...counted } = countOf(rows);
  // Until it opens a session has no roll: who would be due is only announced.
  if (session.openedAt === null) return counted.cast + rows.roll.length === 0 ? null : `${rows.roll.length} on a roll that was never frozen`;
  const kept = { due: session.due, excused: session.excused, present: session.present, cast: session.cast };
  return canonicalJson(kept) === canonicalJson(counted) ? null : `kept ${canonicalJson(kept)}, rows ${canonicalJson(counted)}`;
});

export const secretStaysSecret = ofSession('secret-stays-secret', ({ secret }, rows) => {
  if (secret) return rows.open.length === 0 ? null : `${rows.open.length} ballots with a name in a secret session`;
  return rows.secret.length + rows.assisted.length === 0 ? null : 'secret ballots in an open session';
});

export const outcomesFollowFromRows = ofSession('outcomes-follow-from-rows', (session, rows) => {
  const { status, outcome, closedAt } = session;
  const counted = ['passed', 'rejected', 'no-quorum'].includes(status);
  if (outcome === null) return counted ? `${status} without an outcome` : null;
  if (counted ? outcome.result !== status : status !== 'void') return `${status}, but the outcome says ${outcome.result}`;
  if (closedAt === null) return 'counted and never closed';
  const ballots = [...rows.open, ...rows.secret].map(({ choice }) => choice);
  const [yes = 0, no = 0, abstain = 0] = choices.map((one) => ballots.filter((choice) => choice === one).length);
  const { due, excused, present, cast } = countOf(rows);
  if (yes + no + abstain !== cast || cast > present || present > due) return `due ${due}, present ${present}, cast ${cast}: no possible count`;
  const again = decideOutcome({ due, excused, present, tally: { yes, no, abstain, cast }, rules: session.rules });
  return canonicalJson(again) === canonicalJson(outcome) ? null : `stored ${canonicalJson(outcome)}, counted ${canonicalJson(again)}`;
});
