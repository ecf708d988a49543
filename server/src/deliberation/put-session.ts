import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Body } from '@bandeng/shared/kernel/api.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord } from './append-record.ts';
import type { AttachedFile } from './attach-files.ts';
import { nameElectorate } from './electorate.ts';
import type { MatterRow } from './rows.ts';

export interface NewSession {
  readonly id: string;
  readonly stageId: MeetingStageId;
  readonly ordinal: number;
  readonly round: number;
  readonly jointWith: string | null;
  readonly announced: Body<typeof deliberationApi.rescheduleSession>;
  /** What of the announcement's attachments the record keeps. */
  readonly files: readonly AttachedFile[];
  readonly now: number;
}

/** What is announced of a meeting. */
export const announcedColumns = (body: Body<typeof deliberationApi.rescheduleSession>) => ({
  question: body.question.trim(),
  place: body.place.trim(),
  online: body.online,
  startsAt: body.startsAt,
  closesAt: body.closesAt,
});

/** Lists show a matter under the deadline of what runs now. */
export const setMatterDue = async (tx: Tx, matter: MatterRow, dueAt: number | null, now: number): Promise<void> => {
  const { matters } = tx.t;
  await tx
    .update(matters)
    .set({ dueAt, touchedAt: now })
    .where(and(eq(matters.communityId, matter.communityId), eq(matters.id, matter.id)));
};

/** Writes an announced session with its part of the frozen rules, and records the announcement. */
export const putSession = async (tx: Tx, actor: Actor, matter: MatterRow, session: NewSession): Promise<void> => {
  const { communityId, rules } = matter;
  if (rules === null) throw new Error(`matter ${matter.id} runs without rules`);
  const { id, stageId, ordinal, round, jointWith, files, now } = session;
  const { electorate, quorum, pass } = rules.meetings[stageId];
  const bodyName = await nameElectorate(tx, communityId, electorate);
  const announced = announcedColumns(session.announced);
  await tx.insert(tx.t.sessions).values({
    ...announced,
    communityId,
    id,
    matterId: matter.id,
    ordinal,
    stageId,
    round,
    version: matter.version,
    status: 'convened',
    assembly: stageId === 'resolve' ? rules.assembly : null,
    bodyName,
    convenedAt: now,
    secret: matter.secret,
    rules: { quorum, pass, ballotChanges: rules.ballotChanges },
    due: 0,
    excused: 0,
    present: 0,
    cast: 0,
    minutesVersion: 0,
    jointWith,
    voidReason: '',
    fileIds: [...new Set(session.announced.fileIds)],
  });
  await setMatterDue(tx, matter, announced.closesAt, now);
  await setTimer(tx, { communityId, kind: 'close-session', subjectId: id, dueAt: announced.closesAt });
  const body = { sessionId: id, stageId, round, version: matter.version, secret: matter.secret, bodyName, ...announced, files };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'session-convened', actor, body, at: now });
};
