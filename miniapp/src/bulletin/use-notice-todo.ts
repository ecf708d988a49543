import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import { addressOf } from '@/platform/address';
import { refreshAll, useQuery } from '@/platform/query';
import { useMembership } from '@/platform/session';
import { useChannel } from '@/platform/use-channel';
import { markAcknowledged } from './notice-facts';
import { useSoon } from './queries';

export interface NoticeTodo {
  /** Undefined until known. Those acknowledged just now are still among them, marked so. */
  readonly items: readonly NoticeRow[] | undefined;
  readonly acknowledged: (id: string) => void;
}

/** Notices that wait for me, live through my own channel. */
export const useNoticeTodo = (): NoticeTodo => {
  const member = useMembership();
  const communityId = member?.communityId ?? '';
  const input = member === null ? null : { params: { communityId } };
  const query = useQuery(bulletinApi.listNoticeTodo, input);
  const cursor = query.data?.cursor;
  const soon = useSoon(() => {
    void query.refresh();
    void refreshAll(addressOf(bulletinApi.listNotices, { params: { communityId } }));
  });
  useChannel(
    member === null || cursor === undefined ? null : channelName(communityId, 'me', member.residentId),
    cursor ?? 0,
    (events) => {
      if (events.some(({ type }) => type === 'notices-changed')) soon();
    },
    soon,
  );
  return {
    items: query.data?.items,
    acknowledged: (id) => query.replace((now) => (now === undefined ? now : { ...now, items: markAcknowledged(now.items, id) })),
  };
};
