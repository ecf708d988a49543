import type { chatApi } from '@bandeng/shared/chat/api.ts';
import { refuseAnswer } from '@bandeng/shared/chat/intake.ts';
import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import type { IntakeStatus } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { reach } from '../../outreach/reach.ts';
import type { CommandInput } from '../../platform/http/serve.ts';
import { publish } from '../../platform/realtime/publish.ts';
import { handles, seeIntake, type IntakeRow } from './intake-scope.ts';
import { presentIntake } from './present-intake.ts';

type Answer = CommandInput<typeof chatApi.answerIntake>;

/** Whoever handed it in hears of it outside the app too, if that is wished. */
const tellAuthor = async ({ tx, deps, now }: Answer, { communityId, id, byId, number, title, reply }: IntakeRow) => {
  const page = `chat/pages/intake/index?id=${id}`;
  const data = { title, place: number, time: String(now), note: reply, page };
  const owner = { kind: 'intake', id };
  await reach(tx, deps, { communityId, residentIds: [byId], category: 'reply', owner, data }, now);
};

/**
 * Takes an intake up, answers it or says why it is not followed, each with words for whoever handed it in.
 * Refuses not-found, not-allowed (readers who do not handle it), intake-closed, already-decided (taken up before).
 */
export const answerIntake = async (input: Answer): Promise<Result<Intake>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const seen = await seeIntake(tx, actor, params.intakeId);
  if (seen === undefined) return refuse('not-found');
  if (!handles(seen.scope, seen.row)) return refuse('not-allowed');
  const refusal = refuseAnswer(seen.row.status as IntakeStatus, body.status);
  if (refusal !== null) return refuse(refusal);
  const change = { status: body.status, reply: body.reply, handledBy: residentId, handledAt: now };
  const row = { ...seen.row, ...change };
  const { intakes: i } = tx.t;
  await tx
    .update(i)
    .set(change)
    .where(and(eq(i.communityId, communityId), eq(i.id, row.id)));
  const shown = await presentIntake(tx, seen.scope, row);
  const { id, status, reply, handledBy, handledAt } = shown;
  const changed = { id, status, reply, handledBy, handledAt };
  await publish(tx, communityId, `intake:${id}`, 'intake-changed', changed, now);
  if (row.byId !== residentId) await tellAuthor(input, row);
  return ok(shown);
};
