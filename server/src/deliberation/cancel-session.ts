import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { callOff } from './call-off.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockSessionOf } from './see-matter.ts';

type CancelSession = typeof deliberationApi.cancelSession;

/** Calls an announced meeting off, with the one that is joint with it. The stage waits for another one. */
export const cancelSession = async (
  input: CommandInput<CancelSession>,
): Promise<CommandResult<Reply<CancelSession>>> => {
  const { tx, actor, params, body, now } = input;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  if (session.status !== 'convened') return refuse('session-not-convened');
  const allowed = await requireAllowed(tx, actor, matter, 'cancel-session', session.id, now);
  if (!allowed.ok) return allowed;
  const events = await callOff(tx, matter, session, { actor, reason: body.reason, now });
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
