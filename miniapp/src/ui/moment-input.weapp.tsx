import { Picker, View } from '@tarojs/components';
import { aria } from './aria';
import { cx } from './cx';
import type { MomentInputProps } from './moment-input.h5';

export const MomentInput = (props: MomentInputProps) => {
  const { mode, label, value, onChange, placeholder, first, last, invalid, disabled = false } = props;
  const face = (
    <View
      className={cx('bd-input', 'bd-select', invalid && 'is-invalid', value === '' && 'bd-input-hint')}
      {...aria({ role: 'button', label: `${label} ${value || placeholder}`, disabled })}
    >
      {value || placeholder}
    </View>
  );
  const choose = ({ detail }: { detail: { value: string } }) => onChange(detail.value);
  return mode === 'time' ? (
    <Picker mode="time" value={value} disabled={disabled} onChange={choose}>
      {face}
    </Picker>
  ) : (
    <Picker mode="date" value={value} disabled={disabled} onChange={choose} start={first ?? ''} end={last ?? ''}>
      {face}
    </Picker>
  );
};
