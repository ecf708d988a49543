import { View } from '@tarojs/components';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { memo } from 'react';
import { useT } from '@/i18n/use-t';
import { Avatar } from '@/ui/avatar';
import { cx } from '@/ui/cx';
import { LinkText } from '@/ui/link-text';
import { Icon } from '@/ui/icon';
import { Press } from '@/ui/press';
import { useConversationTools } from '../conversation-context';
import { sayEvent } from '../words';
import { Hold } from './hold';
import { MessageContent } from './message-content';
import { rowId } from './scroller-props';

interface MessageItemProps {
  readonly message: Message;
  readonly own: boolean;
  readonly named: boolean;
}

/** A line of the group itself, or of what is no longer there. */
const EventLine = ({ message, own, text }: { readonly message: Message; readonly own: boolean; readonly text: string }) => {
  const t = useT();
  const { editAgain, appeal, recalledWords } = useConversationTools();
  const words = recalledWords.get(message.sentAs);
  return (
    <View className="ch-item ch-line" id={rowId(message.seq)}>
      {text}
      {own && message.state === 'recalled' && words !== undefined ? (
        <LinkText onPress={() => editAgain(words)}>{t('chat.editAgain')}</LinkText>
      ) : null}
      {own && message.state === 'deleted' ? <LinkText onPress={() => appeal(message.seq)}>{t('chat.appeal')}</LinkText> : null}
    </View>
  );
};

const Readers = ({ message }: { readonly message: Message }) => {
  const t = useT();
  const { readers } = useConversationTools();
  if (readers?.seq !== message.seq) return null;
  return (
    <View className="ch-readers">{readers.read === 0 ? t('chat.readByNobody') : t('chat.readBy', { n: readers.read })}</View>
  );
};

const Head = ({ message }: { readonly message: Message }) => {
  const t = useT();
  if (message.author === null) return null;
  const { label, badge } = message.author;
  return (
    <View className="ch-head">
      {label}
      {badge === null ? null : <View className="ch-head-badge">{t(`chat.badge-${badge}`)}</View>}
    </View>
  );
};

const Bubble = ({ message, own, named }: MessageItemProps) => {
  const t = useT();
  const { marked, openMenu, mention } = useConversationTools();
  const { author } = message;
  const menu = () => openMenu(message);
  return (
    <View
      id={rowId(message.seq)}
      className={cx('ch-item', 'ch-message', own && 'is-own', !named && 'is-next', marked === message.seq && 'is-marked')}
    >
      <Hold className="ch-face" onHold={own || author === null ? undefined : () => mention(author)}>
        {named ? (
          <View className={cx('ch-avatar', (author?.badge ?? null) !== null && 'is-leader')}>
            <Avatar name={own ? t('chat.me') : (author?.label ?? '')} />
          </View>
        ) : null}
      </Hold>
      <View className="ch-column">
        {named && !own ? <Head message={message} /> : null}
        {own ? <View className="bd-unseen">{t('chat.me')}</View> : null}
        <View className="ch-bubble-row">
          <Hold className="ch-hold" onHold={menu}>
            <MessageContent message={message} />
          </Hold>
          <Press className="ch-more" label={t('chat.messageMenu')} onPress={menu}>
            <Icon name="dots" />
          </Press>
        </View>
        {own ? <Readers message={message} /> : null}
      </View>
    </View>
  );
};

/** One message of the history. */
export const MessageItem = memo(({ message, own, named }: MessageItemProps) => {
  const t = useT();
  const text = sayEvent(t, message, own);
  return text === null ? <Bubble message={message} own={own} named={named} /> : <EventLine message={message} own={own} text={text} />;
});
