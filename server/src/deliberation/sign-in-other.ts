import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { isVoting, markAttendance } from './mark-attendance.ts';
import { matterReply } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { findEntry } from './roll-entry.ts';
import { lockSessionOf } from './see-matter.ts';

type SignInOther = typeof deliberationApi.signInOther;

/** Whoever serves the meeting signs in those who came without a phone, or takes a mistake back. */
export const signInOther = async (input: CommandInput<SignInOther>): Promise<CommandResult<Reply<SignInOther>>> => {
  const { tx, actor, params, body, now } = input;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  const voting = isVoting(session, now);
  if (!voting.ok) return voting;
  const allowed = await requireAllowed(tx, actor, matter, 'sign-in-others', session.id, now);
  if (!allowed.ok) return allowed;
  const entry = await findEntry(tx, actor.communityId, session.id, body.voterId);
  if (!entry) return refuse('not-on-roll', { field: 'voterId' });
  if (entry.excused) return refuse('excused', { field: 'voterId' });
  const events = await markAttendance(tx, actor, session, entry, body.present, now);
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
