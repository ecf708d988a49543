import type { Todo } from '@bandeng/shared/deliberation/schemas.ts';
import { meetingStageIds, type MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { servesStage } from '@bandeng/shared/deliberation/who.ts';
import { and, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/** Meetings on whose roll I am: a ballot not yet cast while they are open, minutes not yet signed after the count. */
export const listMyMeetings = async (db: Db, actor: Actor, now: number): Promise<Todo[]> => {
  const { rollEntries: r, sessions: s, matters: m } = db.t;
  const rows = await db
    .select({
      sessionId: s.id,
      status: s.status,
      stageId: s.stageId,
      online: s.online,
      closesAt: s.closesAt,
      checkedInAt: r.checkedInAt,
      matterId: m.id,
      title: m.title,
    })
    .from(r)
    .innerJoin(s, and(eq(s.communityId, r.communityId), eq(s.id, r.sessionId)))
    .innerJoin(m, and(eq(m.communityId, s.communityId), eq(m.id, s.matterId)))
    .where(
      and(
        eq(r.communityId, actor.communityId),
        eq(r.voterId, actor.residentId),
        eq(r.excused, false),
        or(
          and(eq(s.status, 'open'), gt(s.closesAt, now), eq(r.voted, false)),
          and(
            inArray(s.status, ['passed', 'rejected', 'no-quorum']),
            isNotNull(s.minutes),
            isNull(s.minutesLockedAt),
            isNull(r.signedAt),
            or(eq(r.voted, true), isNotNull(r.checkedInAt)),
          ),
        ),
      ),
    );
  return rows.map((row) => {
    const open = row.status === 'open';
    return {
      // Where nobody votes by phone, coming is what the meeting asks for.
      kind: !open ? 'sign-minutes' : row.online || row.checkedInAt !== null ? 'vote' : 'check-in',
      matterId: row.matterId,
      subjectId: row.sessionId,
      title: row.title,
      stageId: row.stageId as MeetingStageId,
      dueAt: open ? row.closesAt : null,
      count: 1,
    };
  });
};

/** Meetings that I serve: to be convened (no subject yet), to be opened because their time has come, or to be closed. */
export const listServedMeetings = async (db: Db, actor: Actor, now: number): Promise<Todo[]> => {
  const served = meetingStageIds.filter((stageId) => servesStage(actor, stageId));
  if (served.length === 0) return [];
  const { sessions: s, matters: m } = db.t;
  const rows = await db
    .select({
      matterId: m.id,
      title: m.title,
      stageId: m.stageId,
      sessionId: s.id,
      status: s.status,
      startsAt: s.startsAt,
      closesAt: s.closesAt,
      due: s.due,
      cast: s.cast,
    })
    .from(m)
    .leftJoin(
      s,
      and(
        eq(s.communityId, m.communityId),
        eq(s.matterId, m.id),
        eq(s.stageId, m.stageId),
        inArray(s.status, ['convened', 'open']),
      ),
    )
    .where(and(eq(m.communityId, actor.communityId), eq(m.status, 'running'), inArray(m.stageId, served)));
  return rows
    .filter(
      ({ status, startsAt, closesAt, due, cast }) =>
        status === null || (status === 'convened' ? (startsAt ?? 0) <= now : (closesAt ?? 0) <= now || cast === due),
    )
    .map((row) => ({
      kind: 'run-session',
      matterId: row.matterId,
      subjectId: row.sessionId,
      title: row.title,
      stageId: row.stageId as MeetingStageId,
      dueAt: row.status === 'convened' ? row.startsAt : row.closesAt,
      count: 1,
    }));
};
