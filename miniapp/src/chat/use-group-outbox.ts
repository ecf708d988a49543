import { useDidShow } from '@tarojs/taro';
import { useEffect, useMemo } from 'react';
import { forgetPosted, resumeOutbox, useOutbox } from './outbox';
import { ofGroup, type Queue } from './send-queue';
import { settleHeld } from './settle-held';
import type { Opened } from './use-conversation';

/** How long the event of a message may be behind the reply before the history is asked for it. */
const lateMs = 2500;

/** My messages of this group that are not in the history; those that arrived are let go. */
export const useGroupOutbox = (communityId: string, groupId: string, me: string, opened: Opened, fetchNewer: () => void): Queue => {
  const queue = useOutbox((s) => s.queue);
  const mine = useMemo(() => ofGroup(queue, groupId), [queue, groupId]);
  const { items } = opened.list;
  useEffect(() => {
    if (mine.length === 0) return;
    const arrived = items.filter(({ author }) => author?.id === me).map(({ sentAs }) => sentAs);
    forgetPosted(arrived);
  }, [mine, items, me]);
  const late = mine.find(({ state }) => state === 'sent')?.sentAs;
  useEffect(() => {
    if (late === undefined) return;
    const timer = setInterval(fetchNewer, lateMs);
    return () => clearInterval(timer);
  }, [late, fetchNewer]);
  useDidShow(() => {
    resumeOutbox();
    void settleHeld(communityId);
  });
  return mine;
};
