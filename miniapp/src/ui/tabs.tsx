import { View } from '@tarojs/components';
import { aria } from './aria';
import type { Choice } from './choice';
import { cx } from './cx';
import { Press } from './press';

interface TabsProps<V extends string> {
  readonly label: string;
  readonly tabs: readonly Choice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

export const Tabs = <V extends string>({ label, tabs, value, onChange }: TabsProps<V>) => (
  <View className="bd-tabs" {...aria({ role: 'tablist', label })}>
    {tabs.map((tab) => (
      <Press
        key={tab.value}
        className={cx('bd-tab', tab.value === value && 'is-on')}
        role="tab"
        selected={tab.value === value}
        onPress={() => onChange(tab.value)}
      >
        {tab.text}
      </Press>
    ))}
  </View>
);
