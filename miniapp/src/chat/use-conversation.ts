import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Card, Group, Message, MessagePage } from '@bandeng/shared/chat/schemas.ts';
import { channelName, type ChannelEvent } from '@bandeng/shared/platform/realtime.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '@/platform/api-error';
import { call } from '@/platform/request';
import { useChannel } from '@/platform/use-channel';
import * as lists from './message-list';
import type { MessageList } from './message-list';
import { useMuteChanges } from './use-mute-changes';

export interface Opened {
  readonly group: Group;
  readonly list: MessageList;
  /** After this one the unread ones began at opening; null for none. */
  readonly readSeq: number | null;
}

/** Where the reader is to be taken once the rows are drawn; a new object for each wish. */
export type Wish = { readonly to: 'end' } | { readonly to: 'row'; readonly seq: number; readonly mark: boolean };

export interface ConversationState {
  readonly opened: Opened | null;
  readonly error: ApiError | null;
  readonly wish: Wish | null;
  /** A page is under way; failed: it did not come. */
  readonly paging: 'no' | 'before' | 'after' | 'failed';
  readonly reopen: () => void;
  readonly older: () => void;
  readonly newer: () => void;
  readonly catchUp: () => void;
  readonly jump: (seq: number) => void;
  readonly toEnd: () => void;
  readonly put: (message: Message) => void;
  readonly refreshGroup: () => void;
}

interface Inputs {
  readonly communityId: string;
  readonly groupId: string;
  /** Opens about this message; undefined: where reading ended. */
  readonly startSeq: number | undefined;
  /** Whether the reader looks at the newest ones. */
  readonly atEnd: () => boolean;
  readonly onPosted: (messages: readonly Message[]) => void;
  readonly onCards: (cards: readonly Card[]) => void;
}

/** The messages of one group on screen, live, by pages in both directions. */
export const useConversation = (inputs: Inputs): ConversationState => {
  const { communityId, groupId, startSeq } = inputs;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const [paging, setPaging] = useState<ConversationState['paging']>('no');
  const latest = useRef({ inputs, opened });
  latest.current = { inputs, opened };
  const busy = useRef<Promise<void> | null>(null);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const change = useCallback((next: (list: MessageList) => MessageList) => {
    setOpened((now) => (now === null ? now : { ...now, list: next(now.list) }));
  }, []);

  const open = useCallback(
    async (around: number | undefined) => {
      setError(null);
      try {
        const { group, page } = await call(chatApi.openGroup, { params: { communityId, groupId }, query: around === undefined ? {} : { around } });
        if (!alive.current) return;
        latest.current.inputs.onCards(page.cards);
        const readSeq = group.unread > 0 ? group.readSeq : null;
        const heard = latest.current.opened?.list.lastSeq ?? 0;
        // First, so that rows are never drawn anywhere else: what is drawn is taken as read.
        if (around !== undefined) setWish({ to: 'row', seq: around, mark: true });
        // From the first unread one, so that none is passed over; where all of them are in sight, that is the end.
        else if (readSeq !== null) setWish({ to: 'row', seq: readSeq + 1, mark: false });
        else setWish({ to: 'end' });
        setOpened({ group, readSeq, list: lists.openPage(page, Math.max(heard, group.last?.seq ?? 0)) });
      } catch (reason) {
        if (!(reason instanceof ApiError)) throw reason;
        if (alive.current) setError(reason);
      }
    },
    [communityId, groupId],
  );
  useEffect(() => void open(startSeq), [open, startSeq]);

  const fetchPage = useCallback(
    async (query: { before?: number; after?: number; around?: number }, take: (page: MessagePage) => void) => {
      setPaging(query.after === undefined ? 'before' : 'after');
      try {
        const page = await call(chatApi.listMessages, { params: { communityId, groupId }, query });
        if (!alive.current) return;
        latest.current.inputs.onCards(page.cards);
        take(page);
        setPaging('no');
      } catch (reason) {
        if (!(reason instanceof ApiError)) throw reason;
        if (alive.current) setPaging('failed');
      }
    },
    [communityId, groupId],
  );
  /** One page at a time. Scrolling asks again by itself; what a person asked for waits for its turn. */
  const inTurn = useCallback(async (work: () => Promise<void>, asked: boolean) => {
    if (busy.current !== null && !asked) return;
    while (busy.current !== null) await busy.current;
    busy.current = work().finally(() => {
      busy.current = null;
    });
    await busy.current;
  }, []);

  const older = useCallback(() => {
    const list = latest.current.opened?.list;
    const first = list?.items[0]?.seq;
    if (list?.hasBefore && first !== undefined) {
      void inTurn(() => fetchPage({ before: first }, (page) => change((now) => lists.addBefore(now, page))), false);
    }
  }, [inTurn, fetchPage, change]);

  /** Also without knowing of any: an event may be late. */
  const catchUp = useCallback(() => {
    const list = latest.current.opened?.list;
    if (list === undefined) return;
    const end = list.items[list.items.length - 1]?.seq ?? 0;
    void inTurn(() => fetchPage({ after: end }, (page) => change((now) => lists.addAfter(now, page))), false);
  }, [inTurn, fetchPage, change]);

  const newer = useCallback(() => {
    if (latest.current.opened?.list.hasAfter) catchUp();
  }, [catchUp]);

  const jump = useCallback(
    (seq: number) => {
      const shown = latest.current.opened?.list.items.some((message) => message.seq === seq) ?? false;
      if (shown) return setWish({ to: 'row', seq, mark: true });
      const take = (page: MessagePage) => {
        change((now) => lists.openPage(page, now.lastSeq));
        setWish({ to: 'row', seq, mark: true });
      };
      void inTurn(() => fetchPage({ around: seq }, take), true);
    },
    [inTurn, fetchPage, change],
  );

  const toEnd = useCallback(() => {
    if (!latest.current.opened?.list.hasAfter) return setWish({ to: 'end' });
    const take = (page: MessagePage) => {
      change((now) => lists.openPage(page, now.lastSeq));
      setWish({ to: 'end' });
    };
    void inTurn(() => fetchPage({}, take), true);
  }, [inTurn, fetchPage, change]);

  const refreshGroup = useCallback(() => {
    call(chatApi.openGroup, { params: { communityId, groupId } }).then(
      ({ group }) => setOpened((now) => (now === null ? now : { ...now, group })),
      () => undefined,
    );
  }, [communityId, groupId]);

  const onEvents = (events: readonly ChannelEvent[]) => {
    const atEnd = inputs.atEnd();
    const posted = events.filter(({ type }) => type === 'message-posted').map(({ data }) => data as Message);
    change((list) =>
      events.reduce((now, { type, data }) => {
        if (type === 'message-posted') return lists.addPosted(now, data as Message, atEnd);
        return type === 'message-changed' ? lists.putChanged(now, data as Message) : now;
      }, list),
    );
    if (posted.length > 0) inputs.onPosted(posted);
    if (events.some(({ type }) => type === 'group-changed')) refreshGroup();
  };
  useChannel(opened === null ? null : channelName(communityId, 'group', groupId), opened?.group.cursor ?? 0, onEvents, () => void open(undefined));

  // What was heard of and did not follow directly is fetched while the reader waits at the end for it.
  const missing = opened !== null && opened.list.hasAfter && paging === 'no';
  useEffect(() => {
    if (missing && latest.current.inputs.atEnd()) newer();
  }, [missing, newer, opened?.list.lastSeq]);

  useMuteChanges(groupId, opened?.group.mutedUntil ?? null, refreshGroup);
  const put = useCallback((message: Message) => change((list) => lists.putChanged(list, message)), [change]);
  const reopen = useCallback(() => void open(startSeq), [open, startSeq]);
  return { opened, error, wish, paging, reopen, older, newer, catchUp, jump, toEnd, put, refreshGroup };
};
