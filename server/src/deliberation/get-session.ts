import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { RollEntryView, SessionPage } from '@bandeng/shared/deliberation/schemas.ts';
import type { BallotChannel, Choice } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, asc, eq } from 'drizzle-orm';
import type { QueryInput } from '../platform/http/serve.ts';
import type { Db } from '../platform/store/store.ts';
import { hasMet } from './minutes-state.ts';
import { readSessions } from './read-matter.ts';
import { readStanding } from './read-standing.ts';
import { isPresent } from './roll-entry.ts';
import type { SessionRow } from './rows.ts';
import { findSessionOf } from './see-matter.ts';
import { maySeeRoll } from './see-roll.ts';

type GetSession = typeof deliberationApi.getSession;

/** The roll. Who voted what is shown of a counted open session alone; of a secret one nothing of it is stored. */
const readRoll = async (db: Db, session: SessionRow): Promise<RollEntryView[]> => {
  const { rollEntries: r, openBallots: o } = db.t;
  const rows = await db
    .select({ entry: r, choice: o.choice, reason: o.reason, channel: o.channel })
    .from(r)
    .leftJoin(o, and(eq(o.communityId, r.communityId), eq(o.sessionId, r.sessionId), eq(o.voterId, r.voterId)))
    .where(and(eq(r.communityId, session.communityId), eq(r.sessionId, session.id)))
    .orderBy(asc(r.voterId));
  const revealed = hasMet(session) && !session.secret;
  return rows.map(({ entry, choice, reason, channel }) => ({
    voterId: entry.voterId,
    name: entry.name,
    label: entry.label,
    households: entry.households,
    excused: entry.excused,
    excuseReason: entry.excuseReason,
    present: isPresent(entry),
    voted: entry.voted,
    choice: revealed ? (choice as Choice | null) : null,
    reason: revealed ? (reason ?? '') : '',
    channel: revealed ? (channel as BallotChannel | null) : null,
    signed: entry.signedAt !== null,
  }));
};

const readConflicts = async (db: Db, session: SessionRow): Promise<SessionPage['conflicts']> => {
  const { ballotConflicts: c, rollEntries: r } = db.t;
  const rows = await db
    .select({ voterId: c.voterId, name: r.name, channel: c.channel, at: c.at })
    .from(c)
    .innerJoin(r, and(eq(r.communityId, c.communityId), eq(r.sessionId, c.sessionId), eq(r.voterId, c.voterId)))
    .where(and(eq(c.communityId, session.communityId), eq(c.sessionId, session.id)))
    .orderBy(asc(c.at), asc(c.id));
  return rows.map((row) => ({ ...row, channel: row.channel as BallotChannel }));
};

/** One meeting in full: its roll and refused second ballots for those who may read names, and the caller's own part. */
export const getSession = async (input: QueryInput<GetSession>): Promise<Result<Reply<GetSession>>> => {
  const { db, actor, params, now } = input;
  const found = await findSessionOf(db, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  const [view] = await readSessions(db, actor.communityId, [session.id]);
  if (!view) return refuse('not-found');
  const { allowed, mine } = await readStanding(db, actor, matter.id, now);
  const part = mine.find(({ sessionId }) => sessionId === session.id) ?? null;
  const named = maySeeRoll(actor, session.stageId, part !== null);
  return ok({
    matterId: matter.id,
    matterTitle: matter.title,
    session: view,
    roll: named ? await readRoll(db, session) : [],
    conflicts: named ? await readConflicts(db, session) : [],
    allowed: allowed.filter(({ subjectId }) => subjectId === session.id),
    mine: part,
  });
};
