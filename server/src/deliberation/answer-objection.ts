import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { isOverdue } from '@bandeng/shared/deliberation/disclosure.ts';
import type { MatterEvent, MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import type { DisclosureStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { clearTimer } from '../platform/jobs/timers.ts';
import { appendRecord } from './append-record.ts';
import { disclosureChanged, objectionChanged } from './disclosure-events.ts';
import { passWhenDone } from './end-disclosure.ts';
import { lockObjection } from './find-disclosure.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { stepMatter } from './stage-flow.ts';
import { tellObjector } from './tell-outside.ts';
import { touchMatter } from './touch-matter.ts';

/**
 * The committee answers in public. An objection that is upheld takes the notice down and the matter back to stage 2 or 4, by
 * the committee's choice; one that is not may be the last that kept the notice up.
 */
export const answerObjection = async (
  input: CommandInput<typeof deliberationApi.answerObjection>,
): Promise<Result<MatterReply>> => {
  const { tx, actor, params, body, now, deps } = input;
  const { communityId } = actor;
  const { disclosures, objections } = tx.t;
  const held = await lockObjection(tx, communityId, params.objectionId);
  if (!held) return refuse('not-found');
  const { matter, disclosure, objection } = held;
  if (objection.answeredAt !== null) return refuse('objection-answered');
  if (disclosure.status !== 'up') return refuse('disclosure-ended');
  const allowed = await requireAllowed(tx, actor, matter, 'answer-objection', objection.id, now);
  if (!allowed.ok) return allowed;
  const backTo = body.backTo ?? null;
  if (body.uphold && backTo === null) return refuse('back-to-needed', { field: 'backTo' });
  const upheldTo = body.uphold ? backTo : null;
  await tx
    .update(objections)
    .set({
      answer: body.answer,
      answeredBy: actor.residentId,
      answeredAt: now,
      overdue: isOverdue({ dueAt: objection.dueAt, answeredAt: now }, now),
      upheld: upheldTo !== null,
      backTo: upheldTo,
    })
    .where(and(eq(objections.communityId, communityId), eq(objections.id, objection.id)));
  await clearTimer(tx, { communityId, kind: 'objection-overdue', subjectId: objection.id });
  const step = { objectionId: objection.id, answer: body.answer, upheld: upheldTo !== null, backTo: upheldTo ?? '' };
  await touchMatter(tx, matter, now);
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'objection-answered', actor, body: step, at: now });
  await tellObjector(tx, deps, matter, { id: objection.id, byId: objection.byId, upheld: upheldTo !== null }, now);
  const events: MatterEvent[] = [await objectionChanged(tx, communityId, objection.id)];
  if (upheldTo === null) {
    events.push(...(await passWhenDone(tx, matter, disclosure, now)));
  } else {
    await tx
      .update(disclosures)
      .set({ status: 'upheld', endedAt: now })
      .where(and(eq(disclosures.communityId, communityId), eq(disclosures.id, disclosure.id)));
    await clearTimer(tx, { communityId, kind: 'end-disclosure', subjectId: disclosure.id });
    const stageId = disclosure.stageId as DisclosureStageId;
    const back = { type: 'uphold-objection', stageId, backTo: upheldTo } as const;
    const moved = await stepMatter(tx, matter, back, { actor, reason: body.answer, now });
    if (!moved.ok) return moved;
    events.push(await disclosureChanged(tx, communityId, disclosure.id), ...moved.value);
  }
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
