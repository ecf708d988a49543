import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { notOpened } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import { callOff } from './call-off.ts';
import { countSession } from './count-session.ts';
import { lockSession } from './load-matter.ts';
import { matterReply, publishMatterEvents } from './publish-events.ts';
import { requireAllowed } from './require-allowed.ts';
import { lockSessionOf } from './see-matter.ts';

type CloseSession = typeof deliberationApi.closeSession;

/** By hand: when everybody due has voted, or when the time is over and the clock has not come round to it yet. */
export const closeSession = async (input: CommandInput<CloseSession>): Promise<CommandResult<Reply<CloseSession>>> => {
  const { tx, actor, params, now } = input;
  const found = await lockSessionOf(tx, actor, params.sessionId);
  if (!found) return refuse('not-found');
  const { matter, session } = found;
  if (session.status !== 'open') return refuse('session-not-open');
  if (session.cast < session.due && now < session.closesAt) return refuse('closing-too-early');
  if (matter.stageId !== session.stageId) return refuse('wrong-stage');
  const allowed = await requireAllowed(tx, actor, matter, 'close-session', session.id, now);
  if (!allowed.ok) return allowed;
  const closedBy = now < session.closesAt ? 'hand' : 'deadline';
  const counted = await countSession(tx, matter, session, { actor, closedBy, now });
  if (!counted.ok) return counted;
  return ok(await matterReply(tx, actor, matter.id, counted.value, now));
};

/**
 * At the deadline. A meeting that nobody opened is called off, so that another one can be announced. Of two joint sessions the one of the earlier stage is counted first, whichever timer
 * comes first.
 */
export const closeSessionTimer: TimerHandler = {
  run: async (tx, { communityId, subjectId }, { now }) => {
    const closing = { actor: null, closedBy: 'deadline', now } as const;
    const first = await lockSession(tx, communityId, subjectId);
    if (first?.session.status === 'convened') {
      const { matter, session } = first;
      const events = await callOff(tx, matter, session, { actor: null, reason: notOpened, now });
      return void (await publishMatterEvents(tx, communityId, matter.id, events, now));
    }
    if (!first || first.session.status !== 'open') return;
    const partner = first.session.jointWith === null ? undefined : await lockSession(tx, communityId, first.session.jointWith);
    const earlier = partner && partner.session.status === 'open' && partner.session.ordinal < first.session.ordinal;
    for (const sessionId of [...(earlier ? [partner.session.id] : []), subjectId]) {
      const found = await lockSession(tx, communityId, sessionId);
      if (!found || found.session.status !== 'open') continue;
      const counted = await countSession(tx, found.matter, found.session, closing);
      if (!counted.ok) throw new Error(`session ${sessionId} cannot be closed: ${counted.refusal.code}`);
      await publishMatterEvents(tx, communityId, found.matter.id, counted.value, now);
    }
  },
};
