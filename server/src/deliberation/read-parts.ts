import type { Choice, SessionStatus } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { MyPart } from '@bandeng/shared/deliberation/schemas.ts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import { prepared, type Db } from '../platform/store/store.ts';

const $ = sql.placeholder;

const partsOf = prepared('deliberation_parts', (db: Db) => {
  const { rollEntries: r, sessions: s, openBallots: o, assistedEntries: a } = db.t;
  return db
    .select({
      sessionId: s.id,
      status: s.status,
      secret: s.secret,
      rules: s.rules,
      households: r.households,
      excused: r.excused,
      checkedInAt: r.checkedInAt,
      voted: r.voted,
      changes: r.changes,
      signedAt: r.signedAt,
      choice: o.choice,
      receipt: o.receipt,
      openChannel: o.channel,
      assistedChannel: a.channel,
    })
    .from(s)
    .innerJoin(
      r,
      and(eq(r.communityId, s.communityId), eq(r.sessionId, s.id), eq(r.voterId, $('voterId'))),
    )
    .leftJoin(o, and(eq(o.communityId, s.communityId), eq(o.sessionId, s.id), eq(o.voterId, r.voterId)))
    .leftJoin(a, and(eq(a.communityId, s.communityId), eq(a.sessionId, s.id), eq(a.voterId, r.voterId)))
    .where(and(eq(s.communityId, $('communityId')), eq(s.matterId, $('matterId'))))
    .orderBy(asc(s.ordinal));
});

/** The member's own line on a roll. `choice` and `receipt` are null in a secret session: nothing knows them. */
export type Part = Awaited<ReturnType<typeof partsOf>>[number];

export const listParts = (db: Db, actor: Actor, matterId: string): Promise<Part[]> =>
  partsOf(db, { communityId: actor.communityId, matterId, voterId: actor.residentId });

/** How often the own ballot can still be changed: never on paper, never after closing. */
export const changesLeftOf = (part: Part): number => {
  const online = (part.openChannel ?? part.assistedChannel ?? 'online') === 'online';
  return (part.status as SessionStatus) === 'open' && online && !part.excused
    ? Math.max(0, part.rules.ballotChanges - part.changes)
    : 0;
};

export const presentPart = (part: Part): MyPart => ({
  sessionId: part.sessionId,
  excused: part.excused,
  checkedIn: part.checkedInAt !== null,
  voted: part.voted,
  choice: part.choice as Choice | null,
  changesLeft: changesLeftOf(part),
  receipt: part.receipt,
  signed: part.signedAt !== null,
  households: part.households,
});
