import { View } from '@tarojs/components';
import { Icon } from './icon';
import type { IconName } from './icon-paths';
import { Press } from './press';

export interface QuickAction {
  readonly icon: IconName;
  readonly text: string;
  readonly onPress: () => void;
}

/** Four at a time, two in large mode. */
export const QuickActions = ({ actions }: { readonly actions: readonly QuickAction[] }) => (
  <View className="bd-quick">
    {actions.map(({ icon, text, onPress }) => (
      <Press key={text} className="bd-quick-item" onPress={onPress}>
        <View className="bd-quick-icon">
          <Icon name={icon} />
        </View>
        {text}
      </Press>
    ))}
  </View>
);
