import { cx } from './cx';
import type { Choice } from './choice';

export interface SelectInputProps<V extends string> {
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly placeholder: string;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export const SelectInput = <V extends string>(props: SelectInputProps<V>) => (
  <select
    className={cx('bd-input', 'bd-select', props.invalid && 'is-invalid')}
    aria-label={props.label}
    aria-invalid={props.invalid}
    value={props.value ?? ''}
    disabled={props.disabled}
    onChange={(event) => props.onChange(event.target.value as V)}
  >
    {props.value === null ? <option value="">{props.placeholder}</option> : null}
    {props.choices.map(({ value, text }) => (
      <option key={value} value={value}>
        {text}
      </option>
    ))}
  </select>
);
