import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import type { ChannelRule } from '../platform/realtime/channel-rule.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Tx } from '../platform/store/store.ts';
import { noticeScope } from './load-notice.ts';
import type { NoticeRecord } from './rows.ts';
import { seeNotice } from './see-notice.ts';

export const deliveryTimer = 'announce-delivery';

/** A whole community may acknowledge within a minute: followers are told once for all that happened in this time. */
const windowMs = 1000;

/** Channel of those who follow how a notice comes: they are told that something changed, and ask for what they may see. */
export const deliveryChannel = (noticeId: string): string => `delivery:${noticeId}`;

/** Has the followers told a moment later, once however often it is asked for meanwhile. The notice must be locked by this write. */
export const announceDelivery = async (tx: Tx, { communityId, id }: Pick<NoticeRecord, 'communityId' | 'id'>, now: number): Promise<void> => {
  const at = now + windowMs;
  const timer = { communityId, kind: deliveryTimer, subjectId: id, dueAt: at, tryAt: at, failures: 0 };
  // Not moved when it waits already: what keeps happening must not put the word off.
  await tx.insert(tx.t.timers).values(timer).onConflictDoNothing();
};

/** Under the lock of the notice: what asks meanwhile waits until this timer is gone, and sets the next one. */
export const publishDelivery: TimerHandler = {
  lock: ({ communityId, subjectId }) => noticeScope(communityId, subjectId),
  run: async (tx, { communityId, subjectId }, { now }) => {
    await publish(tx, communityId, deliveryChannel(subjectId), 'delivery-changed', {}, now);
  },
};

/** Whoever may see how a notice came. The events carry neither names nor numbers: each follower sees the own areas only. */
export const followDelivery: ChannelRule = async (db, actor, noticeId, now) =>
  (await seeNotice(db, actor, noticeId, now))?.allowed.includes('see-delivery') ?? false;
