import { View } from '@tarojs/components';
import { useT } from '../i18n/use-t';
import { aria } from './aria';
import { cx } from './cx';
import { Press } from './press';

export interface RadioCard<V extends string> {
  readonly value: V;
  readonly text: string;
  readonly detail?: string;
  /** Small remark at the end: what choosing this means. */
  readonly note?: string;
}

interface RadioCardsProps<V extends string> {
  readonly label: string;
  readonly options: readonly RadioCard<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean;
}

/** One of a few, each large enough for a thumb: the options of a ballot. */
export const RadioCards = <V extends string>({ label, options, value, onChange, disabled = false }: RadioCardsProps<V>) => {
  const t = useT();
  return (
    <View {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const on = option.value === value;
        const note = on ? t('ui.chosen') : option.note;
        return (
          <Press
            key={option.value}
            className={cx('bd-option', on && 'is-on')}
            role="radio"
            checked={on}
            disabled={disabled}
            label={[option.text, option.detail, note].filter(Boolean).join(', ')}
            onPress={() => onChange(option.value)}
          >
            <View className={cx('bd-box', 'is-round', on && 'is-on')} {...aria({ hidden: true })}>
              {on ? <View className="bd-dot" /> : null}
            </View>
            <View className="bd-option-label">
              {option.text}
              {option.detail === undefined ? null : <View className="bd-option-detail">{option.detail}</View>}
            </View>
            {note === undefined ? null : <View className="bd-option-note">{note}</View>}
          </Press>
        );
      })}
    </View>
  );
};
