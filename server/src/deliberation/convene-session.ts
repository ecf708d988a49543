import type { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { decideConvene } from '@bandeng/shared/deliberation/convene.ts';
import { freezeRoll } from '@bandeng/shared/deliberation/roll.ts';
import type { MatterStatus, MeetingStageId, SessionStatus, StageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import type { Reply } from '@bandeng/shared/kernel/api.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import type { CommandResult } from '../platform/http/run-command.ts';
import type { CommandInput } from '../platform/http/serve.ts';
import type { Db } from '../platform/store/store.ts';
import { listCandidates } from './electorate.ts';
import { headChanged, sessionsChanged } from './matter-events.ts';
import { matterReply } from './publish-events.ts';
import { putSession } from './put-session.ts';
import { hasOneHead } from './read-facts.ts';
import { listSessions } from './read-matter.ts';
import { requireAllowed } from './require-allowed.ts';
import type { MatterRow } from './rows.ts';
import { lockVisibleMatter } from './see-matter.ts';
import { attachFiles } from './attach-files.ts';

type ConveneSession = typeof deliberationApi.conveneSession;

/** Whether anybody would be due if the meeting opened now. */
export const hasElectorate = async (db: Db, matter: MatterRow, stageId: MeetingStageId, now: number): Promise<boolean> => {
  const electorate = matter.rules?.meetings[stageId].electorate;
  if (electorate === undefined) return false;
  return freezeRoll(await listCandidates(db, matter.communityId, electorate, now), electorate, now).due > 0;
};

/** Announces the meeting of the current stage, or of the first two as one with two votes and two records. */
export const conveneSession = async (
  input: CommandInput<ConveneSession>,
): Promise<CommandResult<Reply<ConveneSession>>> => {
  const { tx, actor, params, body, now } = input;
  const { communityId } = actor;
  const matter = await lockVisibleMatter(tx, actor, params.matterId);
  if (!matter) return refuse('not-found');
  const earlier = await listSessions(tx, communityId, matter.id);
  const stageId = matter.stageId as StageId | null;
  const meeting = matter.rules?.meetings[stageId as MeetingStageId];
  const decided = decideConvene({
    matter: { status: matter.status as MatterStatus, stageId, version: matter.version },
    sessions: earlier
      .filter(({ version }) => version === matter.version)
      .map((one) => ({ stageId: one.stageId as MeetingStageId, status: one.status as SessionStatus })),
    joint: body.joint,
    oneHead: await hasOneHead(tx, communityId),
    startsAt: body.startsAt,
    closesAt: body.closesAt,
    now,
    noticeDays: meeting?.noticeDays ?? 0,
  });
  if (!decided.ok) return decided;
  const allowed = await requireAllowed(tx, actor, matter, body.joint ? 'convene-joint' : 'convene', null, now);
  if (!allowed.ok) return allowed;
  const stages = decided.value;
  for (const stage of stages) if (!(await hasElectorate(tx, matter, stage, now))) return refuse('body-missing');
  const ids = stages.map(() => input.newId());
  const [id = ''] = ids;
  const attached = await attachFiles(tx, communityId, actor.residentId, body.fileIds, { kind: 'session', id });
  if (!attached.ok) return attached;
  for (const [i, stage] of stages.entries()) {
    await putSession(tx, actor, matter, {
      id: ids[i] ?? '',
      stageId: stage,
      ordinal: earlier.length + 1 + i,
      round: 1 + earlier.filter((one) => one.stageId === stage && one.version === matter.version && one.status !== 'cancelled').length,
      jointWith: ids.find((other) => other !== ids[i]) ?? null,
      announced: { ...body, fileIds: i === 0 ? body.fileIds : [] },
      files: i === 0 ? attached.value : [],
      now,
    });
  }
  const events = [...(await sessionsChanged(tx, communityId, ids)), await headChanged(tx, communityId, matter.id)];
  return ok({ id, ...(await matterReply(tx, actor, matter.id, events, now)) });
};
