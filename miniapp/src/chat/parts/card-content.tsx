import { View } from '@tarojs/components';
import type { Card, CardRef } from '@bandeng/shared/chat/schemas.ts';
import { useEffect } from 'react';
import { useAcknowledge } from '@/bulletin/use-acknowledge';
import { openAction } from '@/deliberation/open-action';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { refreshAll } from '@/platform/query';
import { useChannel } from '@/platform/use-channel';
import { aria } from '@/ui/aria';
import { ErrorNote } from '@/ui/error-state';
import { MomentText } from '@/ui/moment';
import { toast } from '@/ui/overlay-store';
import { Press } from '@/ui/press';
import { Tag } from '@/ui/tag';
import { cardTones, sayCardState } from '../card-words';
import { useConversationTools } from '../conversation-context';

const pages = {
  matter: '/deliberation/pages/matter/index',
  notice: '/bulletin/pages/notice/index',
  topic: '/chat/pages/intake/index',
  case: '/chat/pages/intake/index',
} as const;

const CardAction = ({ card }: { readonly card: Card }) => {
  const t = useT();
  const { communityId, cards } = useConversationTools();
  const acknowledge = useAcknowledge(communityId);
  const open = () => {
    if (card.action === 'vote') openAction('cast-ballot', card.id, card.sessionId);
    else if (card.action === 'rate') openAction('rate', card.id, null);
    else go(pages[card.kind], { id: card.id });
  };
  const confirmRead = async () => {
    const done = await acknowledge.run({ id: card.id, version: card.numbers['version'] ?? 1 });
    cards.refresh(card);
    if (done === null) return;
    toast(t('chat.acknowledged'));
    await refreshAll(`/api/communities/${communityId}/`);
  };
  const action = card.action ?? 'open';
  if (action === 'acknowledge') {
    return (
      <>
        <ErrorNote error={acknowledge.error} />
        <Press className="ch-card-action is-main" disabled={acknowledge.busyId !== null} label={`${t('chat.do-acknowledge')}: ${card.title}`} onPress={() => void confirmRead()}>
          {t(acknowledge.busyId !== null ? 'ui.working' : 'chat.do-acknowledge')}
        </Press>
      </>
    );
  }
  return (
    <Press className="ch-card-action" role="link" label={`${t(`chat.do-${action}`)}: ${card.title}`} onPress={open}>
      {t(`chat.do-${action}`)}
      <View className="ch-chevron" {...aria({ hidden: true })} />
    </Press>
  );
};

/** A matter, notice, topic or case inside the conversation: its state as it is now, and the one thing to do. */
export const CardContent = ({ cardRef }: { readonly cardRef: CardRef }) => {
  const t = useT();
  const { cards } = useConversationTools();
  const card = cards.of(cardRef);
  const { kind, id } = cardRef;
  const refresh = cards.refresh;
  useEffect(() => {
    if (card === undefined) refresh({ kind, id });
  }, [card, refresh, kind, id]);
  const again = () => refresh({ kind, id });
  useChannel(card?.channel ?? null, card?.cursor ?? 0, again, again);
  const tag = <Tag tone={cardTones[kind]}>{t(`chat.kind-${kind}`)}</Tag>;
  if (card === undefined) {
    return (
      <View className="ch-card" {...aria({ role: 'status', label: t('ui.loading') })}>
        {tag}
        <View className="bd-bone is-long" />
        <View className="bd-bone" />
      </View>
    );
  }
  if (card === null) {
    return (
      <View className="ch-card">
        {tag}
        <View className="bd-muted">{t('chat.cardGone')}</View>
      </View>
    );
  }
  const state = sayCardState(t, card);
  return (
    <View className="ch-card">
      <Press className="ch-card-body" role="link" onPress={() => go(pages[kind], { id })}>
        {tag}
        <View className="ch-card-title">{card.title}</View>
        {state === '' ? null : <View className="ch-card-state">{state}</View>}
        {card.dueAt === null ? null : (
          <View className="ch-card-state">
            <CardUntil at={card.dueAt} />
          </View>
        )}
      </Press>
      <CardAction card={card} />
    </View>
  );
};

const CardUntil = ({ at }: { readonly at: number }) => {
  const t = useT();
  const [before, after] = t('chat.cardUntil', { when: '\n' }).split('\n');
  return (
    <>
      {before}
      <MomentText at={at} as="end" />
      {after}
    </>
  );
};
