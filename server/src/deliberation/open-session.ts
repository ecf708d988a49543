import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import { freezeSession } from './freeze-session.ts';
import { findSession } from './load-matter.ts';
import { headChanged, sessionsChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';
import { setMatterDue } from './put-session.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockSessionOf } from './see-matter.ts';
import { tellVoters } from './tell-outside.ts';

type OpenSession = typeof deliberationApi.openSession;

/**
 * Opens the meeting from its announced time on and freezes who is due. Joint sessions open together, so that one meeting can
 * take both votes; the first stage is counted first.
 */
export const openSession = async (input: CommandInput<OpenSession>): Promise<CommandResult<Reply<OpenSession>>> => {
  const { tx, actor, params, now, deps } = input;
  const { communityId } = actor;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  if (matter.status !== 'running') return refuse('matter-not-running');
  if (session.status !== 'convened') return refuse('session-not-convened');
  if (now < session.startsAt) return refuse('session-too-early');
  if (now >= session.closesAt) return refuse('session-closed');
  const allowed = await requireAllowed(tx, actor, matter, 'open-session', session.id, now);
  if (!allowed.ok) return allowed;
  const partner = session.jointWith === null ? undefined : await findSession(tx, communityId, session.jointWith);
  const opening = [session, ...(partner?.status === 'convened' ? [partner] : [])].sort((a, b) => a.ordinal - b.ordinal);
  for (const one of opening) {
    const frozen = await freezeSession(tx, actor, matter, one, now);
    if (!frozen.ok) return frozen;
  }
  await setMatterDue(tx, matter, session.closesAt, now);
  await tellVoters(tx, deps, matter, opening, now);
  const events = [
    ...(await sessionsChanged(tx, communityId, opening.map(({ id }) => id))),
    await headChanged(tx, communityId, matter.id),
  ];
  return ok(await matterReply(tx, actor, matter.id, events, now));
};
