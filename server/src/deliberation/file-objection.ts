import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { canFileObjection, objectionDue } from '@bandeng/shared/deliberation/disclosure.ts';
import type { DisclosureStageId, DisclosureStatus } from '@bandeng/shared/deliberation/vocabulary.ts';
import { isResident } from '@bandeng/shared/deliberation/who.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { CommandInput } from '../platform/http/serve.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';
import { appendRecord } from './append-record.ts';
import { objectionChanged } from './disclosure-events.ts';
import { lockDisclosure } from './find-disclosure.ts';
import { loadCalendar } from './load-calendar.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { touchMatter } from './touch-matter.ts';

type FileObjection = typeof deliberationApi.fileObjection;

/** So that one person cannot bury the committee, or the concern of the others [ours]. */
const mostOpen = 3;

const countOpen = async (tx: Tx, communityId: string, disclosureId: string, residentId: string): Promise<number> => {
  const { objections: o } = tx.t;
  const [found] = await tx
    .select({ open: count() })
    .from(o)
    .where(
      and(
        eq(o.communityId, communityId),
        eq(o.disclosureId, disclosureId),
        eq(o.byId, residentId),
        isNull(o.answeredAt),
      ),
    );
  return found?.open ?? 0;
};

/** A resident objects while the notice is up; the committee owes an answer within three days [practice], counted as the law counts. */
export const fileObjection = async (input: CommandInput<FileObjection>): Promise<Result<Reply<FileObjection>>> => {
  const { tx, actor, params, body, now, newId } = input;
  const { communityId } = actor;
  const held = await lockDisclosure(tx, communityId, params.disclosureId);
  if (!held) return refuse('not-found');
  const { matter, disclosure } = held;
  if (!canFileObjection(now, { status: disclosure.status as DisclosureStatus, endsAt: disclosure.endsAt })) {
    return refuse('disclosure-ended');
  }
  if (!isResident(actor)) return refuse('residents-only');
  if ((await countOpen(tx, communityId, disclosure.id, actor.residentId)) >= mostOpen) return refuse('objections-open');
  const allowed = await requireAllowed(tx, actor, matter, 'file-objection', disclosure.id, now);
  if (!allowed.ok) return allowed;
  const days = matter.rules?.disclosures[disclosure.stageId as DisclosureStageId].answerDays;
  const id = newId();
  const dueAt = objectionDue(now, await loadCalendar(tx, communityId), days);
  await tx.insert(tx.t.objections).values({
    communityId,
    id,
    matterId: matter.id,
    disclosureId: disclosure.id,
    byId: actor.residentId,
    text: body.text,
    filedAt: now,
    dueAt,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    overdue: false,
    upheld: false,
    backTo: null,
  });
  await setTimer(tx, { communityId, kind: 'objection-overdue', subjectId: id, dueAt });
  const step = { disclosureId: disclosure.id, objectionId: id, text: body.text, dueAt };
  await touchMatter(tx, matter, now);
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'objection-filed', actor, body: step, at: now });
  const events = [await objectionChanged(tx, communityId, id)];
  return ok({ id, ...(await matterReply(tx, actor, matter.id, events, now)) });
};
