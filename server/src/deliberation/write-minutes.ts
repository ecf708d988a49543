import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { appendRecord, sha256 } from './append-record.ts';
import { attachFiles } from './attach-files.ts';
import { sessionsChanged } from './matter-events.ts';
import { hasMet } from './minutes-state.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockSessionOf } from './see-matter.ts';

type WriteMinutes = typeof deliberationApi.writeMinutes;

/** Writes or rewrites the minutes. Signatures belong to a wording: a new one has none. */
export const writeMinutes = async (input: CommandInput<WriteMinutes>): Promise<CommandResult<Reply<WriteMinutes>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId, residentId } = actor;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  if (session.minutesLockedAt !== null) return refuse('minutes-locked');
  if (session.status !== 'open' && !hasMet(session)) return refuse('session-not-open');
  const allowed = await requireAllowed(tx, actor, matter, 'write-minutes', session.id, now);
  if (!allowed.ok) return allowed;
  if (body.version !== session.minutesVersion) return refuse('version-conflict', { field: 'version' });
  const attached = await attachFiles(tx, communityId, residentId, body.fileIds, { kind: 'session', id: session.id });
  if (!attached.ok) return attached;
  const version = session.minutesVersion + 1;
  const minutesFileIds = [...new Set(body.fileIds)];
  const { sessions, rollEntries: r } = tx.t;
  await tx
    .update(sessions)
    .set({ minutes: body.text, minutesVersion: version, minutesFileIds })
    .where(and(eq(sessions.communityId, communityId), eq(sessions.id, session.id)));
  await tx
    .update(r)
    .set({ signedAt: null })
    .where(and(eq(r.communityId, communityId), eq(r.sessionId, session.id)));
  const record = { sessionId: session.id, version, textHash: sha256(body.text), files: attached.value };
  await appendRecord(tx, { communityId, matterId: matter.id, kind: 'minutes-written', actor, body: record, at: now });
  const events = await sessionsChanged(tx, communityId, [session.id]);
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
