import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { earliestStart } from '@bandeng/shared/deliberation/convene.ts';
import type { MeetingStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import { appendRecord } from './append-record.ts';
import { attachFiles } from './attach-files.ts';
import { headChanged, sessionsChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';
import { announcedColumns, setMatterDue } from './put-session.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockSessionOf } from './see-matter.ts';

type RescheduleSession = typeof deliberationApi.rescheduleSession;

/** Announces a convened meeting anew, together with the one that is joint with it. A legal notice period starts again. */
export const rescheduleSession = async (
  input: CommandInput<RescheduleSession>,
): Promise<CommandResult<Reply<RescheduleSession>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId } = actor;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  if (session.status !== 'convened') return refuse('session-not-convened');
  const allowed = await requireAllowed(tx, actor, matter, 'reschedule-session', session.id, now);
  if (!allowed.ok) return allowed;
  const { startsAt, closesAt } = body;
  if (closesAt <= startsAt || closesAt <= now) return refuse('times-invalid', { field: 'closesAt' });
  const days = matter.rules?.meetings[session.stageId as MeetingStageId].noticeDays ?? 0;
  if (days > 0 && startsAt < earliestStart(now, days)) return refuse('notice-too-short', { field: 'startsAt', details: { days } });
  const attached = await attachFiles(tx, communityId, actor.residentId, body.fileIds, { kind: 'session', id: session.id });
  if (!attached.ok) return attached;
  const ids = [session.id, ...(session.jointWith === null ? [] : [session.jointWith])];
  const announced = announcedColumns(body);
  const { sessions } = tx.t;
  const here = (id: string) => and(eq(sessions.communityId, communityId), eq(sessions.id, id));
  await tx
    .update(sessions)
    .set(announced)
    .where(and(eq(sessions.communityId, communityId), inArray(sessions.id, ids), eq(sessions.status, 'convened')));
  await tx.update(sessions).set({ fileIds: [...new Set(body.fileIds)] }).where(here(session.id));
  await setMatterDue(tx, matter, closesAt, now);
  for (const sessionId of ids) {
    await setTimer(tx, { communityId, kind: 'close-session', subjectId: sessionId, dueAt: closesAt });
    const record = { sessionId, ...announced, files: sessionId === session.id ? attached.value : [] };
    await appendRecord(tx, { communityId, matterId: matter.id, kind: 'session-rescheduled', actor, body: record, at: now });
  }
  const events = [...(await sessionsChanged(tx, communityId, ids)), await headChanged(tx, communityId, matter.id)];
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
