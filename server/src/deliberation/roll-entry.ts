import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';

const $ = sql.placeholder;

const entryOf = prepared('deliberation_roll_entry', (db: Db) => {
  const { rollEntries: r, openBallots: o, assistedEntries: a } = db.t;
  return db
    .select({
      voterId: r.voterId,
      name: r.name,
      excused: r.excused,
      checkedInAt: r.checkedInAt,
      voted: r.voted,
      changes: r.changes,
      signedAt: r.signedAt,
      receipt: o.receipt,
      choice: o.choice,
      reason: o.reason,
      openChannel: o.channel,
      assistedChannel: a.channel,
    })
    .from(r)
    .leftJoin(o, and(eq(o.communityId, r.communityId), eq(o.sessionId, r.sessionId), eq(o.voterId, r.voterId)))
    .leftJoin(a, and(eq(a.communityId, r.communityId), eq(a.sessionId, r.sessionId), eq(a.voterId, r.voterId)))
    .where(and(eq(r.communityId, $('communityId')), eq(r.sessionId, $('sessionId')), eq(r.voterId, $('voterId'))));
});

/** One line of a roll, with the open ballot if there is one. Of a secret ballot it knows no more than that it was cast. */
export type Entry = Awaited<ReturnType<typeof entryOf>>[number];

export const findEntry = async (
  db: Db,
  communityId: string,
  sessionId: string,
  voterId: string,
): Promise<Entry | undefined> => (await entryOf(db, { communityId, sessionId, voterId }))[0];

/** Came, was signed in, or voted; voting from home is taking part. */
export const isPresent = (entry: Pick<Entry, 'excused' | 'checkedInAt' | 'voted'>): boolean =>
  !entry.excused && (entry.checkedInAt !== null || entry.voted);
