import { View } from '@tarojs/components';
import { useT } from '../i18n/use-t';
import { aria } from './aria';
import { cx } from './cx';

/** Where one stands in a guided task. `current` counts from 0. */
export const Steps = ({ steps, current }: { readonly steps: readonly string[]; readonly current: number }) => {
  const t = useT();
  const words = t('ui.stepOf', { n: current + 1, total: steps.length });
  return (
    <View className="bd-steps" {...aria({ role: 'group', label: `${words}: ${steps[current] ?? ''}` })}>
      {steps.map((step, index) => (
        <View
          key={step}
          className={cx('bd-steps-item', index < current && 'is-done', index === current && 'is-now')}
          {...aria({ hidden: true })}
        >
          <View className="bd-steps-dot">{index < current ? '✓' : index + 1}</View>
          <View className="bd-steps-text">{step}</View>
        </View>
      ))}
    </View>
  );
};
