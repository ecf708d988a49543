import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, count, eq, isNotNull } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord, sha256 } from './append-record.ts';
import { sessionsChanged } from './matter-events.ts';
import { hasMet } from './minutes-state.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockSessionOf } from './see-matter.ts';

type LockMinutes = typeof deliberationApi.lockMinutes;

/** Closes the minutes for ever, once somebody present has signed them. */
export const lockMinutes = async (input: CommandInput<LockMinutes>): Promise<CommandResult<Reply<LockMinutes>>> => {
  const { tx, actor, params, now } = input;
  const { communityId } = actor;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  if (!hasMet(session)) return refuse('session-not-closed');
  if (session.minutes === null) return refuse('minutes-missing');
  if (session.minutesLockedAt !== null) return refuse('minutes-locked');
  const { sessions, rollEntries: r } = tx.t;
  const [signed] = await tx
    .select({ count: count() })
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.sessionId, session.id), isNotNull(r.signedAt)));
  const signatures = signed?.count ?? 0;
  if (signatures === 0) return refuse('minutes-unsigned');
  const allowed = await requireAllowed(tx, actor, matter, 'lock-minutes', session.id, now);
  if (!allowed.ok) return allowed;
  await tx
    .update(sessions)
    .set({ minutesLockedAt: now })
    .where(and(eq(sessions.communityId, communityId), eq(sessions.id, session.id)));
  const record = { sessionId: session.id, version: session.minutesVersion, textHash: sha256(session.minutes), signatures };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'minutes-locked', actor, body: record, at: now });
  const events = await sessionsChanged(tx, communityId, [session.id]);
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
