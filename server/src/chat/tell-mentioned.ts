import { shorten } from '@bandeng/shared/outreach/fill-template.ts';
import { reach } from '../outreach/reach.ts';
import type { Deps } from '../platform/deps.ts';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import type { Tx } from '../platform/store/store.ts';
import { findGroup, findMembership, groupName } from './load-group.ts';

export const mentionTimer = 'tell-mentioned';

/** Who reads it within this needs no message outside the app, ms: each costs a consent. */
const patienceMs = 5 * 60_000;

/** Looks, a while later, whether those mentioned have read it. A further mention meanwhile moves the look. */
export const lookAfterMentioned = async (
  tx: Tx,
  { wechat, sms }: Pick<Deps, 'wechat' | 'sms'>,
  about: { readonly communityId: string; readonly groupId: string; readonly residentIds: readonly string[] },
  now: number,
): Promise<void> => {
  if (wechat === null && sms === null) return;
  const { communityId, groupId, residentIds } = about;
  for (const residentId of residentIds) {
    await setTimer(tx, { communityId, kind: mentionTimer, subjectId: `${groupId}.${residentId}`, dueAt: now + patienceMs });
  }
};

/** Tells somebody outside the app of a mention that is still unread. */
export const tellMentioned: TimerHandler = {
  run: async (tx, { communityId, subjectId }, deps) => {
    const [groupId = '', residentId = ''] = subjectId.split('.');
    const group = await findGroup(tx, communityId, groupId);
    const member = await findMembership(tx, communityId, groupId, residentId);
    if (group === undefined || member === undefined || member.readSeq >= member.mentionSeq) return;
    const data = {
      title: shorten(groupName(group), 20),
      time: String(deps.now),
      note: '有邻居在群里提到您',
      page: `chat/pages/conversation/index?id=${groupId}`,
    };
    const owner = { kind: 'group', id: groupId };
    await reach(tx, deps, { communityId, residentIds: [residentId], category: 'mention', owner, data }, deps.now);
  },
};
