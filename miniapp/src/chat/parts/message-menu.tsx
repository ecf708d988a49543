import Taro from '@tarojs/taro';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { chatLimits } from '@bandeng/shared/chat/vocabulary.ts';
import { useT } from '@/i18n/use-t';
import { ApiError } from '@/platform/api-error';
import { useCommand } from '@/platform/command';
import { go } from '@/platform/navigate';
import { call } from '@/platform/request';
import { useSettings } from '@/platform/settings';
import { toast } from '@/ui/overlay-store';
import { useConversationTools } from '../conversation-context';
import { ChoiceSheet, type SheetChoice } from './choice-sheet';

export type MessageSheet = 'report' | 'remove';

interface MessageMenuProps {
  readonly message: Message;
  readonly onClose: () => void;
  readonly onQuote: () => void;
  readonly onSheet: (sheet: MessageSheet) => void;
  readonly onRecalled: (message: Message) => void;
}

/** What can be done with one message; what is not allowed is not there. */
export const MessageMenu = ({ message, onClose, onQuote, onSheet, onRecalled }: MessageMenuProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const { communityId, group, me } = useConversationTools();
  const recall = useCommand(chatApi.recallMessage);
  const pin = useCommand(chatApi.pinMessage);
  const own = message.author?.id === me;
  const { seq } = message;
  const params = { communityId, groupId: group.id, messageSeq: String(seq) };
  const pinned = group.pinnedMessage?.seq === seq;
  const may = (action: Parameters<typeof group.allowed.includes>[0]) => group.allowed.includes(action);

  const copy = async () => {
    await Taro.setClipboardData({ data: message.text }).catch(() => undefined);
    toast(t('ui.copied'));
  };
  const takeBack = async () => {
    const outcome = await recall.run({ params });
    if (outcome.ok) onRecalled(outcome.reply);
    toast(outcome.ok ? t('chat.recallDone') : outcome.error.text(language));
  };
  const setPin = async () => {
    const outcome = await pin.run({ params: { communityId, groupId: group.id }, body: { seq: pinned ? null : seq } });
    toast(outcome.ok ? t(pinned ? 'chat.unpinDone' : 'chat.pinDone') : outcome.error.text(language));
  };
  const askReaders = () =>
    call(chatApi.countReaders, { params }).then(
      ({ read, of }) => toast(t('chat.readByOf', { n: read, of })),
      (error: unknown) => toast(error instanceof ApiError ? error.text(language) : t('ui.failed')),
    );
  const intake = (kind: 'topic' | 'case') => go('/chat/pages/intake/index', { kind, group: group.id, seq });

  const choices: (SheetChoice | false)[] = [
    may('speak') && { text: t('chat.quote'), onPress: onQuote },
    message.kind === 'text' && { text: t('chat.copy'), onPress: () => void copy() },
    own && Date.now() - message.at < chatLimits.recallMs && { text: t('chat.recall'), onPress: () => void takeBack() },
    message.kind !== 'card' && { text: t('chat.toTopic'), onPress: () => intake('topic') },
    message.kind !== 'card' && { text: t('chat.toCase'), onPress: () => intake('case') },
    (own || may('delete')) && { text: t('chat.readers'), onPress: () => void askReaders() },
    may('pin') && { text: t(pinned ? 'chat.unpinMessage' : 'chat.pinMessage'), onPress: () => void setPin() },
    !own && { text: t('chat.report'), danger: true, onPress: () => onSheet('report') },
    may('delete') && { text: t('chat.remove'), danger: true, onPress: () => onSheet('remove') },
  ];
  return (
    <ChoiceSheet
      title={message.author?.label ?? t('chat.messageMenu')}
      choices={choices.filter((choice): choice is SheetChoice => choice !== false)}
      onClose={onClose}
    />
  );
};
