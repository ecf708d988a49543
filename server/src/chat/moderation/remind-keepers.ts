import { shorten } from '@bandeng/shared/outreach/fill-template.ts';
import { and, asc, eq, ne } from 'drizzle-orm';
import { reach } from '../../outreach/reach.ts';
import type { Deps } from '../../platform/deps.ts';
import type { TimerHandler } from '../../platform/jobs/timer-handler.ts';
import { isTimer, setTimer } from '../../platform/jobs/timers.ts';
import type { Db, Tx } from '../../platform/store/store.ts';
import { findGroup, groupName } from '../load-group.ts';
import { listKeepersEverywhere, listKeepersNear } from './list-keepers.ts';

export const remindTimer = 'remind-keepers';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** What comes in a row is told of once. */
const gatherMs = 5 * minuteMs;

const timerOf = (communityId: string, groupId: string) => ({ communityId, kind: remindTimer, subjectId: groupId });

/** Has those who keep order in a group told that something waits for them; a row of messages is one reminder. */
export const remindKeepers = async (
  tx: Tx,
  { wechat, sms }: Pick<Deps, 'wechat' | 'sms'>,
  { communityId, groupId }: { readonly communityId: string; readonly groupId: string },
  now: number,
): Promise<void> => {
  if (wechat === null && sms === null) return;
  const timer = timerOf(communityId, groupId);
  const [set] = await tx.select({ dueAt: tx.t.timers.dueAt }).from(tx.t.timers).where(isTimer(tx, timer));
  // A reminder of the next day must not keep what is new waiting that long.
  if (set === undefined || set.dueAt > now + gatherMs) await setTimer(tx, { ...timer, dueAt: now + gatherMs });
};

/** When each message that waits for a person in this group was sent, the oldest first. */
const listWaiting = async (db: Db, communityId: string, groupId: string): Promise<number[]> => {
  const { heldMessages: h } = db.t;
  const rows = await db
    .select({ at: h.at })
    .from(h)
    .where(and(eq(h.communityId, communityId), eq(h.groupId, groupId), eq(h.status, 'held'), ne(h.reason, 'waiting')))
    .orderBy(asc(h.at));
  return rows.map(({ at }) => at);
};

/**
 * Tells those nearest to the group outside the app, and each day until it is decided the residents' committee, too.
 * Where nobody is near, the committee is told at once.
 */
export const remindWaiting: TimerHandler = {
  run: async (tx, { communityId, subjectId: groupId }, deps) => {
    const { now } = deps;
    const [oldest, ...others] = await listWaiting(tx, communityId, groupId);
    const group = await findGroup(tx, communityId, groupId);
    if (oldest === undefined || group === undefined || group.dissolvedAt !== null) return;
    const near = await listKeepersNear(tx, group, now);
    const everybody = near.length === 0 || now - oldest >= dayMs;
    const residentIds = everybody ? [...new Set([...near, ...(await listKeepersEverywhere(tx, communityId, now))])] : near;
    const data = {
      title: shorten(groupName(group), 20),
      time: String(now),
      note: `有${1 + others.length}条消息等待处理`,
      page: 'desk/pages/moderation/index',
    };
    const owner = { kind: 'group', id: groupId };
    await reach(tx, deps, { communityId, residentIds, category: 'reply', owner, data }, now);
    await setTimer(tx, { ...timerOf(communityId, groupId), dueAt: now + dayMs });
  },
};
