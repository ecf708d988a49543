import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/icon';
import type { IconName } from '@/ui/icon-paths';
import { Press } from '@/ui/press';

const things = [
  ['picture', 'camera'],
  ['voice', 'mic'],
  ['file', 'clip'],
  ['card', 'board'],
  ['mention', 'people'],
] as const satisfies readonly (readonly [string, IconName])[];

export type Thing = (typeof things)[number][0];

/** What can be sent besides words. */
export const PlusPanel = ({ onPick }: { readonly onPick: (thing: Thing) => void }) => {
  const t = useT();
  return (
    <View className="ch-panel is-plus" {...aria({ role: 'group', label: t('chat.more') })}>
      {things.map(([thing, icon]) => (
        <Press key={thing} className="ch-thing" onPress={() => onPick(thing)}>
          <View className="ch-thing-icon">
            <Icon name={icon} />
          </View>
          {t(`chat.${thing}`)}
        </Press>
      ))}
    </View>
  );
};
