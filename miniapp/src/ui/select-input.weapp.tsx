import { Picker, View } from '@tarojs/components';
import { aria } from './aria';
import { cx } from './cx';
import type { SelectInputProps } from './select-input.h5';

export const SelectInput = <V extends string>(props: SelectInputProps<V>) => {
  const { label, choices, value, onChange, placeholder, invalid, disabled = false } = props;
  const index = choices.findIndex((choice) => choice.value === value);
  const shown = choices[index]?.text;
  return (
    <Picker
      mode="selector"
      range={choices.map((choice) => choice.text)}
      value={Math.max(0, index)}
      disabled={disabled}
      onChange={({ detail }) => {
        const chosen = choices[Number(detail.value)];
        if (chosen) onChange(chosen.value);
      }}
    >
      <View
        className={cx('bd-input', 'bd-select', invalid && 'is-invalid', shown === undefined && 'bd-input-hint')}
        {...aria({ role: 'button', label: `${label} ${shown ?? placeholder}`, disabled })}
      >
        {shown ?? placeholder}
      </View>
    </Picker>
  );
};
