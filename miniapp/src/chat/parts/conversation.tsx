import { View } from '@tarojs/components';
import type { Author, Message } from '@bandeng/shared/chat/schemas.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '@/i18n/use-t';
import { useKept } from '@/platform/use-kept';
import { aria } from '@/ui/aria';
import { ConversationProvider, quoteOf, type ConversationTools } from '../conversation-context';
import { draftName, emptyDraft, type Draft } from '../drafts';
import { withMention } from '../mentions';
import { useGroupOutbox } from '../use-group-outbox';
import type { Cards } from '../use-cards';
import type { ConversationState, Opened } from '../use-conversation';
import { usePoster } from '../use-poster';
import { useReadMarks } from '../use-read-marks';
import { useReaders } from '../use-readers';
import { sayContent } from '../words';
import { Composer } from './composer';
import { ConversationSheets, type Over } from './conversation-sheets';
import { DownPill } from './down-pill';
import { History } from './history';
import { PinnedBar } from './pinned-bar';
import { Scroller } from './scroller';
import type { Place } from './scroller-props';
import { Silent } from './silent';

interface ConversationProps {
  readonly communityId: string;
  readonly me: string;
  readonly opened: Opened;
  readonly state: ConversationState;
  readonly cards: Cards;
  /** Where the reader is; read by whoever decides whether a new message may move the page. */
  readonly place: { current: Place };
  readonly below: number;
  readonly onPlace: (place: Place) => void;
  /** The newest that came in from others, for a screen reader. */
  readonly said: string;
  /** The cursor stands in the input from the beginning. */
  readonly writes: boolean;
}

const markMs = 1800;

const newestOwn = ({ list }: Opened, me: string): number | null => {
  if (list.hasAfter) return null;
  const last = list.items[list.items.length - 1];
  return last?.author?.id === me && last.state === 'shown' ? last.seq : null;
};

/** One group: its history, live, and the place to write. */
export const Conversation = (props: ConversationProps) => {
  const { communityId, me, opened, state, cards, below, onPlace, said } = props;
  const { group, list } = opened;
  const t = useT();
  const poster = usePoster(communityId, group.id);
  const draft = useKept<Draft>(draftName(group.id), emptyDraft);
  const outgoing = useGroupOutbox(communityId, group.id, me, opened, state.catchUp);
  const readers = useReaders(communityId, group.id, newestOwn(opened, me));
  const seen = useReadMarks(communityId, group.id);
  const [over, setOver] = useState<Over | null>(null);
  const [focusTurn, setFocusTurn] = useState(props.writes ? 1 : 0);
  const [marked, setMarked] = useState<number | null>(null);
  const recalledWords = useRef(new Map<string, string>());
  const focus = () => setFocusTurn((n) => n + 1);
  const latest = useRef(draft);
  latest.current = draft;

  const { wish, jump } = state;
  useEffect(() => {
    if (wish?.to !== 'row' || !wish.mark) return;
    setMarked(wish.seq);
    const timer = setTimeout(() => setMarked(null), markMs);
    return () => clearTimeout(timer);
  }, [wish]);

  const place = useCallback(
    (now: Place) => {
      if (now.seq > 0) seen(now.seq);
      onPlace(now);
    },
    [seen, onPlace],
  );
  const openMenu = useCallback((message: Message) => setOver({ kind: 'menu', message }), []);
  const showPicture = useCallback((fileId: string, name: string, label: string) => setOver({ kind: 'picture', fileId, name, label }), []);
  const appeal = useCallback((seq: number) => setOver({ kind: 'appeal', seq }), []);
  const mention = useCallback((author: Author) => {
    latest.current.change(withMention(latest.current.value, { id: author.id, label: author.label }));
    focus();
  }, []);
  const editAgain = useCallback((text: string) => {
    latest.current.change({ text });
    focus();
  }, []);
  const quote = (message: Message) => {
    draft.change({ quote: quoteOf(message, sayContent(t, { ...message, text: message.text || (message.file?.name ?? '') })) });
    focus();
  };
  const recalled = (before: Message, now: Message) => {
    if (before.kind === 'text') recalledWords.current.set(before.sentAs, before.text);
    state.put(now);
  };
  const tools = useMemo<ConversationTools>(
    () => ({
      communityId, group, me, cards, readers, marked, jump, openMenu, mention, showPicture, editAgain, appeal,
      recalledWords: recalledWords.current,
    }),
    [communityId, group, me, cards, readers, marked, jump, openMenu, mention, showPicture, editAgain, appeal],
  );
  const speaks = group.allowed.includes('speak');
  return (
    <ConversationProvider value={tools}>
      {group.pinnedMessage === null ? null : <PinnedBar message={group.pinnedMessage} onPress={jump} />}
      <View className="ch-window">
        <Scroller label={t('chat.log')} complete={!list.hasAfter} wish={wish} onPlace={place} onNearStart={state.older} onNearEnd={state.newer}>
          <History opened={opened} outgoing={outgoing} me={me} paging={state.paging} onOlder={state.older} onNewer={state.newer} />
        </Scroller>
        <DownPill below={below} away={list.hasAfter || !props.place.current.atEnd} onPress={state.toEnd} />
      </View>
      <View className="bd-unseen" {...aria({ role: 'status', live: 'polite' })}>
        {said}
      </View>
      {speaks ? (
        <Composer communityId={communityId} group={group} me={me} draft={draft} poster={poster} focusTurn={focusTurn} onPosted={state.toEnd} />
      ) : (
        <Silent group={group} />
      )}
      {over === null ? null : (
        <ConversationSheets over={over} onOver={setOver} onQuote={quote} onRecalled={recalled} onRemoved={state.put} />
      )}
    </ConversationProvider>
  );
};
