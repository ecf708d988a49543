import { useRouter } from '@tarojs/taro';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { useCallback, useRef, useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { nameAddress } from '@/chat/name-address';
import { Conversation } from '@/chat/parts/conversation';
import { GroupsBeside } from '@/chat/parts/groups-beside';
import type { Place } from '@/chat/parts/scroller-props';
import { useBeside } from '@/chat/use-beside';
import { useCards } from '@/chat/use-cards';
import { useConversation } from '@/chat/use-conversation';
import { sayContent } from '@/chat/words';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useMembership, type Membership } from '@/platform/session';
import { ErrorState } from '@/ui/error-state';
import { Icon } from '@/ui/icon';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';
import { Skeleton } from '@/ui/skeleton';
import '@/chat/conversation.scss';

interface OpenProps {
  readonly member: Membership;
  readonly groupId: string;
  readonly startSeq: number | undefined;
  /** Chosen from the list beside it: one goes on to write. */
  readonly chosen: boolean;
  /** Another group is chosen from the list beside it; null where there is no room for one. */
  readonly onChoose: ((groupId: string) => void) | null;
}

const OpenConversation = ({ member, groupId, startSeq, chosen, onChoose }: OpenProps) => {
  const t = useT();
  const { communityId, residentId: me } = member;
  const cards = useCards(communityId);
  const place = useRef<Place>({ atEnd: true, seq: 0 });
  const [below, setBelow] = useState(0);
  const [, setAway] = useState(false);
  const [saidSeq, setSaidSeq] = useState(0);
  const onPlace = useCallback((now: Place) => {
    place.current = now;
    setAway(!now.atEnd);
    if (now.atEnd) setBelow(0);
  }, []);
  const onPosted = (messages: readonly Message[]) => {
    const others = messages.filter(({ author }) => author !== null && author.id !== me);
    const last = others[others.length - 1];
    if (last === undefined) return;
    if (!place.current.atEnd) setBelow((n) => n + others.length);
    setSaidSeq(last.seq);
  };
  const state = useConversation({ communityId, groupId, startSeq, atEnd: () => place.current.atEnd, onPosted, onCards: cards.put });
  const { opened, error } = state;
  const group = opened?.group;
  // As it stands now: what was taken back is not read out either.
  const last = opened?.list.items.find((message) => message.seq === saidSeq && message.state === 'shown');
  const said = last === undefined ? '' : t('chat.lineOf', { label: last.author?.label ?? '', text: sayContent(t, last) });
  const size = group === undefined ? undefined : group.dwellings === null ? t('chat.members', { n: group.members }) : t('chat.dwellings', { n: group.dwellings });
  const info = (
    <Press className="ch-info" label={t('chat.info')} onPress={() => go('/chat/pages/info/index', { id: groupId })}>
      <Icon name="dots" />
    </Press>
  );
  const list = onChoose === null ? undefined : <GroupsBeside communityId={communityId} current={groupId} onOpen={onChoose} />;
  return (
    <Page
      full
      title={group?.name ?? t('app.chats')}
      note={size}
      action={group === undefined ? undefined : info}
      {...(list === undefined ? {} : { tab: 'chats', beside: list })}
    >
      {opened === null ? (
        error === null ? <Skeleton cards={4} /> : <ErrorState error={error} onRetry={state.reopen} />
      ) : (
        <Conversation
          communityId={communityId}
          me={me}
          opened={opened}
          state={state}
          cards={cards}
          place={place}
          below={below}
          onPlace={onPlace}
          said={said}
          writes={chosen}
        />
      )}
    </Page>
  );
};

/** One group: what is said there, and saying something. */
export default function ConversationPage() {
  const t = useT();
  const { id = '', seq } = useRouter().params;
  const member = useMembership();
  const start = Number(seq);
  const beside = useBeside();
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (groupId: string) => {
    nameAddress('/chat/pages/conversation/index', groupId);
    setChosen(groupId);
  };
  if (member === null) {
    return (
      <Page title={t('app.chats')}>
        <MemberOnly>{() => null}</MemberOnly>
      </Page>
    );
  }
  const groupId = chosen ?? id;
  const startSeq = chosen === null && Number.isSafeInteger(start) && start > 0 ? start : undefined;
  return <OpenConversation {...{ member, groupId, startSeq }} key={groupId} chosen={chosen !== null} onChoose={beside ? choose : null} />;
}
