import { View } from '@tarojs/components';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { useT } from '@/i18n/use-t';
import { Press } from '@/ui/press';
import { sayContent } from '../words';

/** What the leaders want everybody to see, on top of the conversation; a tap leads to it. */
export const PinnedBar = ({ message, onPress }: { readonly message: Message; readonly onPress: (seq: number) => void }) => {
  const t = useT();
  const text = sayContent(t, { ...message, text: message.text || (message.file?.name ?? '') });
  return (
    <Press className="ch-pinned" label={`${t('chat.pinnedJump')}: ${text}`} onPress={() => onPress(message.seq)}>
      <View className="ch-pinned-text">{t('chat.pinnedBar', { text })}</View>
    </Press>
  );
};
