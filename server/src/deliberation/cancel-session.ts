import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord } from './append-record.ts';
import { headChanged, sessionsChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';
import { setMatterDue } from './put-session.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockSessionOf } from './see-matter.ts';

type CancelSession = typeof deliberationApi.cancelSession;

/** Calls an announced meeting off, with the one that is joint with it. The stage waits for another one. */
export const cancelSession = async (
  input: CommandInput<CancelSession>,
): Promise<CommandResult<Reply<CancelSession>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId } = actor;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  if (session.status !== 'convened') return refuse('session-not-convened');
  const allowed = await requireAllowed(tx, actor, matter, 'cancel-session', session.id, now);
  if (!allowed.ok) return allowed;
  const { reason } = body;
  const { sessions } = tx.t;
  const cancelled = await tx
    .update(sessions)
    .set({ status: 'cancelled', voidReason: reason })
    .where(
      and(
        eq(sessions.communityId, communityId),
        inArray(sessions.id, [session.id, ...(session.jointWith === null ? [] : [session.jointWith])]),
        eq(sessions.status, 'convened'),
      ),
    )
    .returning({ id: sessions.id });
  const ids = cancelled.map(({ id }) => id).sort();
  await setMatterDue(tx, matter, null, now);
  for (const sessionId of ids) {
    const record = { sessionId, reason };
    await appendRecord(tx, { communityId, matterId: matter.id, kind: 'session-cancelled', actor, body: record, at: now });
  }
  const events = [...(await sessionsChanged(tx, communityId, ids)), await headChanged(tx, communityId, matter.id)];
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
