import type { MatterFacts, PartFacts, SessionFacts } from '@bandeng/shared/deliberation/facts.ts';
import { noPart } from '@bandeng/shared/deliberation/facts.ts';
import { freezeRoll } from '@bandeng/shared/deliberation/roll.ts';
import type {
  DisclosureStageId,
  DisclosureStatus,
  MatterStatus,
  MeetingStageId,
  SessionStatus,
  StageId,
} from '@bandeng/shared/deliberation/vocabulary.ts';
import { and, asc, count, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import { prepared, type Db } from '../platform/store/store.ts';
import { listCandidates } from './electorate.ts';
import { changesLeftOf, type Part } from './read-parts.ts';
import type { MatterRow } from './rows.ts';

const $ = sql.placeholder;

const oneHeadOf = prepared('deliberation_one_head', (db: Db) => {
  const { communities: c } = db.t;
  return db.select({ oneHead: c.oneHead }).from(c).where(eq(c.id, $('communityId')));
});

export const hasOneHead = async (db: Db, communityId: string): Promise<boolean> => {
  const [found] = await oneHeadOf(db, { communityId });
  return found?.oneHead === true;
};

const coauthorsOf = prepared('deliberation_coauthors', (db: Db) => {
  const { coauthors } = db.t;
  return db
    .select({ id: coauthors.residentId })
    .from(coauthors)
    .where(and(eq(coauthors.communityId, $('communityId')), eq(coauthors.matterId, $('matterId'))));
});

const sessionsOf = prepared('deliberation_session_facts', (db: Db) => {
  const { sessions: s } = db.t;
  return db
    .select({
      id: s.id,
      stageId: s.stageId,
      status: s.status,
      startsAt: s.startsAt,
      closesAt: s.closesAt,
      online: s.online,
      due: s.due,
      cast: s.cast,
      written: isNotNull(s.minutes).mapWith(Boolean),
      lockedAt: s.minutesLockedAt,
    })
    .from(s)
    .where(and(eq(s.communityId, $('communityId')), eq(s.matterId, $('matterId'))))
    .orderBy(asc(s.ordinal));
});

const signaturesOf = prepared('deliberation_signature_counts', (db: Db) => {
  const { rollEntries: r, sessions: s } = db.t;
  return db
    .select({ sessionId: r.sessionId, count: count() })
    .from(r)
    .innerJoin(s, and(eq(s.communityId, r.communityId), eq(s.id, r.sessionId)))
    .where(and(eq(s.communityId, $('communityId')), eq(s.matterId, $('matterId')), isNotNull(r.signedAt)))
    .groupBy(r.sessionId);
});

const disclosuresOf = prepared('deliberation_disclosure_facts', (db: Db) => {
  const { disclosures: d } = db.t;
  return db
    .select({ id: d.id, stageId: d.stageId, status: d.status, endsAt: d.endsAt })
    .from(d)
    .where(and(eq(d.communityId, $('communityId')), eq(d.matterId, $('matterId'))));
});

const openObjectionsOf = prepared('deliberation_open_objections', (db: Db) => {
  const { objections: o } = db.t;
  return db
    .select({ id: o.id, disclosureId: o.disclosureId })
    .from(o)
    .where(and(eq(o.communityId, $('communityId')), eq(o.matterId, $('matterId')), isNull(o.answeredAt)));
});

const partFacts = (part: Part): PartFacts => ({
  onRoll: true,
  excused: part.excused,
  present: part.checkedInAt !== null || part.voted,
  voted: part.voted,
  changesLeft: changesLeftOf(part),
  signed: part.signedAt !== null,
});

/** Before the roll is frozen: whether this person would be on it if the meeting opened now. */
const wouldBeDue = async (db: Db, actor: Actor, matter: MatterRow, stageId: MeetingStageId, now: number) => {
  const electorate = matter.rules?.meetings[stageId].electorate;
  if (electorate === undefined) return false;
  const candidates = await listCandidates(db, matter.communityId, electorate, now, actor.residentId);
  return freezeRoll(candidates, electorate, now).entries.length > 0;
};

/** What `allowedActions` decides by, for one member. Void and cancelled sessions allow nothing and are left out. */
export const readMatterFacts = async (
  db: Db,
  actor: Actor,
  matter: MatterRow,
  parts: readonly Part[],
  now: number,
): Promise<MatterFacts> => {
  const key = { communityId: matter.communityId, matterId: matter.id };
  const authors = await coauthorsOf(db, key);
  const rows = (await sessionsOf(db, key)).filter(({ status }) => status !== 'void' && status !== 'cancelled');
  const signatures = rows.some(({ written }) => written) ? await signaturesOf(db, key) : [];
  const objections = await openObjectionsOf(db, key);
  const sessions: SessionFacts[] = [];
  for (const row of rows) {
    const stageId = row.stageId as MeetingStageId;
    const part = parts.find(({ sessionId }) => sessionId === row.id);
    const mine = part
      ? partFacts(part)
      : { ...noPart, onRoll: row.status === 'convened' && (await wouldBeDue(db, actor, matter, stageId, now)) };
    sessions.push({
      id: row.id,
      stageId,
      status: row.status as SessionStatus,
      startsAt: row.startsAt,
      closesAt: row.closesAt,
      online: row.online,
      allVoted: row.cast === row.due,
      minutes: {
        written: row.written,
        signatures: signatures.find(({ sessionId }) => sessionId === row.id)?.count ?? 0,
        locked: row.lockedAt !== null,
      },
      mine,
    });
  }
  return {
    id: matter.id,
    status: matter.status as MatterStatus,
    stageId: matter.stageId as StageId | null,
    proposerId: matter.proposerId,
    coauthorIds: authors.map(({ id }) => id),
    // Nothing depends on it later.
    oneHead: matter.stageId === 'propose' && (await hasOneHead(db, matter.communityId)),
    sessions,
    disclosures: (await disclosuresOf(db, key)).map(({ id, stageId, status, endsAt }) => ({
      id,
      stageId: stageId as DisclosureStageId,
      status: status as DisclosureStatus,
      endsAt,
      openObjectionIds: objections.filter(({ disclosureId }) => disclosureId === id).map((one) => one.id),
    })),
  };
};
