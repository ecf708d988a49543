import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import type { Choice, MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { and, asc, eq } from 'drizzle-orm';
import { castBallot } from '../deliberation/cast-ballot.ts';
import { checkIn } from '../deliberation/check-in.ts';
import { closeSession } from '../deliberation/close-session.ts';
import { conveneSession } from '../deliberation/convene-session.ts';
import { declareInterest } from '../deliberation/declare-interest.ts';
import { lockMinutes } from '../deliberation/lock-minutes.ts';
import { openSession } from '../deliberation/open-session.ts';
import { signMinutes } from '../deliberation/sign-minutes.ts';
import { writeMinutes } from '../deliberation/write-minutes.ts';
import type { Director } from './director.ts';

export interface Meeting {
  readonly matterId: string;
  readonly stageId: MeetingStageId;
  readonly question: string;
  readonly place: string;
  /** ms since 1970 */
  readonly startsAt: number;
  /** When ballots end; a meeting at which everybody votes is closed earlier. */
  readonly closesAt: number;
  readonly no?: number;
  readonly abstain?: number;
  /** Who does not come at all. */
  readonly absent?: number;
  /** Reasons that go with open ballots, from the first voter on. */
  readonly reasons?: readonly string[];
  readonly recusal?: string;
  readonly minutes?: string;
  /** Leaves the minutes open for further signatures. */
  readonly unsigned?: boolean;
}

/** Whose meeting a stage is: who convenes it and keeps its minutes. */
export const hostOf = ({ cast }: Director, stageId: MeetingStageId): string => {
  const [host] = cast.seats(
    stageId === 'resolve' || stageId === 'consult' ? 'residents-committee' : 'branch-committee',
  );
  if (host === undefined) throw new Error(`nobody can host ${stageId}`);
  return host;
};

export const readRoll = async ({ deps, cast }: Director, sessionId: string): Promise<string[]> => {
  const { rollEntries: r } = deps.store.t;
  const rows = await deps.store.read((db) =>
    db
      .select({ id: r.voterId })
      .from(r)
      .where(and(eq(r.communityId, cast.communityId), eq(r.sessionId, sessionId)))
      .orderBy(asc(r.voterId)),
  );
  return rows.map(({ id }) => id);
};

/** Convenes a meeting now and opens it in time. */
export const openMeeting = async (d: Director, meeting: Meeting): Promise<string> => {
  const host = hostOf(d, meeting.stageId);
  const { question, place, startsAt, closesAt } = meeting;
  const announced = { question, place, online: true, startsAt, closesAt, fileIds: [], joint: false };
  const { id = '' } = await d.play(api.conveneSession, conveneSession, host, { matterId: meeting.matterId }, announced);
  await d.until(startsAt);
  await d.play(api.openSession, openSession, host, { sessionId: id }, undefined);
  return id;
};

/** Ballots in the order of the roll: first the noes, then abstentions, then consent. */
export const vote = async (
  d: Director,
  sessionId: string,
  voters: readonly string[],
  meeting: Meeting,
  gapMinutes: number,
): Promise<void> => {
  const { no = 0, abstain = 0, reasons = [] } = meeting;
  for (const [i, voter] of voters.entries()) {
    const choice: Choice = i < no ? 'no' : i < no + abstain ? 'abstain' : 'yes';
    await d.pass(gapMinutes);
    if (i % 3 === 0) await d.play(api.checkIn, checkIn, voter, { sessionId }, undefined);
    await d.play(api.castBallot, castBallot, voter, { sessionId }, { choice, reason: reasons[i] ?? '' });
  }
};

const keepMinutes = async (
  d: Director,
  sessionId: string,
  host: string,
  signers: readonly string[],
  meeting: Meeting,
): Promise<void> => {
  if (meeting.minutes === undefined) return;
  await d.pass(50);
  await d.play(api.writeMinutes, writeMinutes, host, { sessionId }, { text: meeting.minutes, version: 0, fileIds: [] });
  for (const signer of signers) {
    await d.pass(3);
    await d.play(api.signMinutes, signMinutes, signer, { sessionId }, { version: 1 });
  }
  if (meeting.unsigned === true) return;
  await d.pass(20);
  await d.play(api.lockMinutes, lockMinutes, host, { sessionId }, undefined);
};

/** A whole meeting, from its announcement to its locked minutes. */
export const holdMeeting = async (d: Director, meeting: Meeting): Promise<string> => {
  const host = hostOf(d, meeting.stageId);
  const sessionId = await openMeeting(d, meeting);
  let roll = await readRoll(d, sessionId);
  if (meeting.recusal !== undefined) {
    const [excused, ...others] = roll;
    if (excused === undefined) throw new Error('an empty roll');
    await d.play(api.declareInterest, declareInterest, excused, { sessionId }, { reason: meeting.recusal });
    roll = others;
  }
  const absent = meeting.absent ?? 0;
  const voters = roll.slice(0, roll.length - absent);
  await vote(d, sessionId, voters, meeting, 2);
  if (absent > 0) await d.until(meeting.closesAt);
  else await d.play(api.closeSession, closeSession, host, { sessionId }, undefined);
  const signers = voters
    .filter((voter) => meeting.unsigned !== true || !d.cast.visitors.has(voter))
    .slice(0, meeting.unsigned === true ? 4 : 7);
  await keepMinutes(d, sessionId, host, signers, meeting);
  return sessionId;
};
