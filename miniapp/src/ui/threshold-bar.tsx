import { View } from '@tarojs/components';
import { useT } from '../i18n/use-t';
import { formatCount } from '../i18n/amount';
import { cx } from './cx';
import { ProgressBar, widthOf } from './bar';

interface ThresholdBarProps {
  /** What is counted: 到会, 同意. */
  readonly name: string;
  readonly count: number;
  readonly of: number;
  /** The required fraction, as [numerator, denominator]. */
  readonly required: readonly [number, number];
  /** The rule in words: 到会须 ≥2/3. */
  readonly rule: string;
  /** Decided by the rules, never by the bar; null while it is still open. */
  readonly reached: boolean | null;
  /** Words of their own beside the bar, in place of the count. */
  readonly words?: string | undefined;
}

/** A bar with a tick where the rule asks for it, and the rule and the outcome in words. */
export const ThresholdBar = ({ name, count, of, required, rule, reached, words }: ThresholdBarProps) => {
  const t = useT();
  const share = required[0] / required[1];
  const outcome = reached === null ? '' : reached ? ` ✓ ${t('ui.thresholdReached')}` : ` × ${t('ui.thresholdMissed')}`;
  const text = (words ?? `${name} ${t('ui.countOf', { count: formatCount(count), of: formatCount(of) })}`) + outcome;
  const side = share < 0.25 ? 'is-start' : share > 0.7 ? 'is-end' : 'is-middle';
  return (
    <View className="bd-threshold">
      <View className="bd-threshold-rule">
        <View className={cx('bd-threshold-flag', side)} style={{ left: widthOf(required[0], required[1]) }}>
          {rule}
        </View>
      </View>
      <ProgressBar part={count} whole={of} tick={required} tone={reached === true ? 'bamboo' : 'slate'} label={`${rule}. ${text}`} />
      <View className="bd-threshold-words bd-num">{text}</View>
    </View>
  );
};
