import { isOverdue } from '@bandeng/shared/deliberation/disclosure.ts';
import { and, eq } from 'drizzle-orm';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import { appendRecord } from './append-record.ts';
import { objectionChanged } from './disclosure-events.ts';
import { lockObjection } from './find-disclosure.ts';
import { publishMatterEvents } from './publish-events.ts';

/** Three days without an answer: shown in public from now on, also after the answer came. */
export const markOverdue: TimerHandler = {
  run: async (tx, { communityId, subjectId }, { now }) => {
    const held = await lockObjection(tx, communityId, subjectId);
    if (!held) return;
    const { matter, disclosure, objection } = held;
    // A notice that was made void or taken back is answered by a new decision.
    if (disclosure.status !== 'up' || objection.overdue || !isOverdue(objection, now)) return;
    const { objections } = tx.t;
    await tx
      .update(objections)
      .set({ overdue: true })
      .where(and(eq(objections.communityId, communityId), eq(objections.id, objection.id)));
    const body = { objectionId: objection.id, dueAt: objection.dueAt };
    await appendRecord(tx, { communityId, matterId: matter.id, kind: 'objection-overdue', actor: null, body, at: now });
    const events = [await objectionChanged(tx, communityId, objection.id)];
    await publishMatterEvents(tx, communityId, matter.id, events, now);
  },
};
