import { View } from '@tarojs/components';
import { aria } from './aria';
import { cx } from './cx';

/** Width of `part` in `whole` for drawing only; a rule is never decided by it. */
export const widthOf = (part: number, whole: number): string =>
  `${whole <= 0 ? 0 : Math.min(100, Math.max(0, Math.round((part * 1000) / whole) / 10))}%`;

interface BarProps {
  readonly part: number;
  readonly whole: number;
  readonly label: string;
  readonly tone?: 'slate' | 'bamboo' | 'amber' | 'brick';
  /** Where a required fraction lies, as [numerator, denominator] of the whole. */
  readonly tick?: readonly [number, number] | undefined;
}

export const ProgressBar = ({ part, whole, label, tone = 'slate', tick }: BarProps) => (
  <View className="bd-bar" {...aria({ role: 'img', label })}>
    <View className={cx('bd-bar-fill', `is-${tone}`)} style={{ width: widthOf(part, whole) }} />
    {tick === undefined ? null : <View className="bd-bar-tick" style={{ left: widthOf(tick[0], tick[1]) }} />}
  </View>
);
