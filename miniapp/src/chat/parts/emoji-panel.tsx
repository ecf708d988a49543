import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { aria } from '@/ui/aria';
import { Press } from '@/ui/press';
import { emoji } from '../emoji';

export const EmojiPanel = ({ onPick }: { readonly onPick: (one: string) => void }) => {
  const t = useT();
  return (
    <View className="ch-panel is-emoji" {...aria({ role: 'group', label: t('chat.emoji') })}>
      {emoji.map((one) => (
        <Press key={one} className="ch-emoji" onPress={() => onPick(one)}>
          {one}
        </Press>
      ))}
    </View>
  );
};
