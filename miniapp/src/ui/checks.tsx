import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria';
import { cx } from './cx';
import { Press } from './press';

interface CheckProps {
  readonly label: string;
  readonly detail?: ReactNode;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly disabled?: boolean;
}

export const Checkbox = ({ label, detail, value, onChange, disabled }: CheckProps) => (
  <Press className="bd-check" role="checkbox" checked={value} disabled={disabled} label={label} onPress={() => onChange(!value)}>
    <View className={cx('bd-box', value && 'is-on')} {...aria({ hidden: true })}>
      {value ? '✓' : ''}
    </View>
    <View className="bd-row-main">
      {label}
      {detail === undefined ? null : <View className="bd-muted">{detail}</View>}
    </View>
  </Press>
);

/** Takes effect at once. */
export const Switch = ({ label, detail, value, onChange, disabled }: CheckProps) => (
  <Press className="bd-row" role="switch" checked={value} disabled={disabled} label={label} onPress={() => onChange(!value)}>
    <View className="bd-row-main">
      {label}
      {detail === undefined ? null : <View className="bd-muted">{detail}</View>}
    </View>
    <View className={cx('bd-switch', value && 'is-on')} {...aria({ hidden: true })}>
      <View className="bd-switch-knob" />
    </View>
  </Press>
);
