import { shorten } from '@bandeng/shared/outreach/fill-template.ts';
import { reach } from '../outreach/reach.ts';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import { setTimer } from '../platform/jobs/timers.ts';
import { findMention } from './find-mention.ts';
import { findGroup, findMembership, groupName } from './load-group.ts';
import { mentionTimer, patienceMs } from './look-after-mentioned.ts';

/** Tells somebody outside the app of a mention that is still unread. */
export const tellMentioned: TimerHandler = {
  run: async (tx, { communityId, subjectId }, deps) => {
    const [groupId = '', residentId = ''] = subjectId.split('.');
    const group = await findGroup(tx, communityId, groupId);
    const member = await findMembership(tx, communityId, groupId, residentId);
    if (group === undefined || member === undefined || member.readSeq >= member.mentionSeq) return;
    const asked = { communityId, groupId, residentId, after: member.readSeq, which: 'oldest' } as const;
    const unread = await findMention(tx, asked);
    if (unread === undefined) return;
    const dueAt = unread.at + patienceMs;
    // What the timer was set for has been read since; this one is younger.
    if (dueAt > deps.now) return setTimer(tx, { communityId, kind: mentionTimer, subjectId, dueAt });
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
