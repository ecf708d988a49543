import { useDidShow } from '@tarojs/taro';
import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import { useState } from 'react';
import { addressOf } from '@/platform/address';
import { refreshAll, useQuery } from '@/platform/query';
import { useMembership } from '@/platform/session';
import { useChannel } from '@/platform/use-channel';
import { keepDone } from './notice-facts';
import { useSoon } from './queries';

export interface NoticeTodo {
  /** Newest first; undefined until known. Those acknowledged since the page was shown are still among them, marked so. */
  readonly items: readonly NoticeRow[] | undefined;
  readonly acknowledged: (notice: NoticeRow) => void;
}

/** Notices that wait for me, live through my own channel. */
export const useNoticeTodo = (): NoticeTodo => {
  const member = useMembership();
  const communityId = member?.communityId ?? '';
  const query = useQuery(bulletinApi.listNoticeTodo, member === null ? null : { params: { communityId } });
  const [done, setDone] = useState<readonly NoticeRow[]>([]);
  useDidShow(() => setDone([]));
  const cursor = query.data?.cursor;
  const soon = useSoon(() => {
    void query.refresh();
    void refreshAll(addressOf(bulletinApi.listNotices, { params: { communityId } }));
    void refreshAll(addressOf(bulletinApi.listMyKnocks, { params: { communityId } }));
  });
  useChannel(
    member === null || cursor === undefined ? null : channelName(communityId, 'me', member.residentId),
    cursor ?? 0,
    (events) => {
      if (events.some(({ type }) => type === 'notices-changed')) soon();
    },
    soon,
  );
  const items = query.data?.items;
  return {
    items: items === undefined ? undefined : keepDone(items, done),
    acknowledged: (notice) => {
      setDone((now) => [...now, notice]);
      query.replace((now) =>
        now === undefined ? now : { ...now, items: now.items.filter(({ id }) => id !== notice.id) },
      );
    },
  };
};
