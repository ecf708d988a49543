import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterEvent, MatterPage, MatterReply } from '@bandeng/shared/deliberation/schemas.ts';
import { channelName, type ChannelEvent } from '@bandeng/shared/platform/realtime.ts';
import { useCallback, useEffect, useRef } from 'react';
import { useQuery, type QueryState } from '@/platform/query';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { useChannel } from '@/platform/use-channel';
import { applyEvents, applyReply, mergeFetched } from './apply-reply';

export interface MatterState extends QueryState<MatterPage> {
  readonly communityId: string;
  /** Puts the reply of a command in place at once, before the socket repeats it. */
  readonly apply: (reply: MatterReply) => void;
}

/** Comments and ratings change nobody's rights, nor does turnout until all have voted: then the meeting may be closed. */
const changesRights = ({ type, data }: ChannelEvent): boolean => {
  if (type === 'CommentsChanged' || type === 'RatingsChanged') return false;
  if (type !== 'TurnoutChanged') return true;
  const { cast, due } = data as Extract<MatterEvent, { type: 'TurnoutChanged' }>;
  return cast >= due;
};

/** Two hundred viewers must not all ask in the moment in which a meeting opens. */
const pauseBeforeAsking = (): number => 200 + Math.floor(Math.random() * 1500);

/** One matter, live: the snapshot, then its channel's events, and what the viewer may do asked again when it may have changed. */
export const useMatter = (matterId: string): MatterState => {
  const communityId = useSession((s) => s.communityId) ?? '';
  const params = { communityId, matterId };
  const known = communityId !== '' && matterId !== '';
  const query = useQuery(deliberationApi.getMatter, known ? { params } : null);
  const { data, replace, refresh } = query;

  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [matterId],
  );
  const askAgain = () => {
    if (timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      call(deliberationApi.getMatter, { params }).then(
        (fetched) => replace((now) => mergeFetched(now, fetched)),
        // Offline: the page asks when the network is back.
        () => undefined,
      );
    }, pauseBeforeAsking());
  };

  const cursor = data?.cursor ?? 0;
  useChannel(
    data === undefined ? null : channelName(communityId, 'matter', matterId),
    cursor,
    (events) => {
      const sequenced = events.map(({ seq, data: event }) => ({ seq, event: event as MatterEvent }));
      replace((now) => (now === undefined ? now : applyEvents(now, sequenced)));
      if (events.some((event) => event.seq > cursor && changesRights(event))) askAgain();
    },
    () => void refresh(),
  );

  const apply = useCallback(
    (reply: MatterReply) => replace((now) => (now === undefined ? now : applyReply(now, reply))),
    [replace],
  );
  return { ...query, communityId, apply };
};

/** The community on screen; empty for a visitor, whose pages ask for nothing. */
export const useCommunityId = (): string => useSession((s) => s.communityId) ?? '';
