import { cx } from './cx';

export interface MomentInputProps {
  readonly mode: 'date' | 'time';
  readonly label: string;
  /** 'YYYY-MM-DD' or 'HH:MM'; empty when nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder: string;
  /** First and last day that can be chosen, 'YYYY-MM-DD'. */
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export const MomentInput = ({ mode, label, value, onChange, first, last, invalid, disabled }: MomentInputProps) => (
  <input
    className={cx('bd-input', invalid && 'is-invalid')}
    type={mode}
    aria-label={label}
    aria-invalid={invalid}
    value={value}
    min={first}
    max={last}
    disabled={disabled}
    onChange={(event) => onChange(event.target.value)}
  />
);
