import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { isVoting, markAttendance } from './mark-attendance.ts';
import { matterReply } from './publish-events.ts';
import { findEntry } from './roll-entry.ts';
import { lockSessionOf } from './see-matter.ts';

type CheckIn = typeof deliberationApi.checkIn;

/** The caller comes to an open meeting that people may join from where they are. Coming twice changes nothing. */
export const checkIn = async (input: CommandInput<CheckIn>): Promise<CommandResult<Reply<CheckIn>>> => {
  const { tx, actor, params, now } = input;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  const voting = isVoting(session, now);
  if (!voting.ok) return voting;
  if (!session.online) return refuse('in-person-only');
  const entry = await findEntry(tx, actor.communityId, session.id, actor.residentId);
  if (!entry) return refuse('not-on-roll');
  if (entry.excused) return refuse('excused');
  const events = await markAttendance(tx, actor, session, entry, true, now);
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
