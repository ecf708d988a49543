import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord } from './append-record.ts';
import { sessionsChanged } from './matter-events.ts';
import { hasMet } from './minutes-state.ts';
import { matterReply } from './publish-events.ts';
import { findEntry, isPresent } from './roll-entry.ts';
import { lockSessionOf } from './see-matter.ts';

type SignMinutes = typeof deliberationApi.signMinutes;

/** Somebody who was present confirms the wording that was read. */
export const signMinutes = async (input: CommandInput<SignMinutes>): Promise<CommandResult<Reply<SignMinutes>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  if (!hasMet(session)) return refuse('session-not-closed');
  if (session.minutes === null) return refuse('minutes-missing');
  if (session.minutesLockedAt !== null) return refuse('minutes-locked');
  const entry = await findEntry(tx, communityId, session.id, residentId);
  if (!entry || !isPresent(entry)) return refuse('not-present');
  if (entry.signedAt !== null) return refuse('already-signed');
  const version = session.minutesVersion;
  if (body.version !== version) return refuse('version-conflict', { field: 'version' });
  const { rollEntries: r } = tx.t;
  await tx
    .update(r)
    .set({ signedAt: now })
    .where(and(eq(r.communityId, communityId), eq(r.sessionId, session.id), eq(r.voterId, residentId)));
  const record = { sessionId: session.id, version };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'minutes-signed', actor, body: record, at: now });
  const events = await sessionsChanged(tx, communityId, [session.id]);
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
