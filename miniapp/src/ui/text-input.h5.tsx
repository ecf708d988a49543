import { cx } from './cx';
import type { TextInputProps } from './text-input-props';

const inputModes = { text: 'text', number: 'numeric', decimal: 'decimal', phone: 'tel', search: 'search' } as const;

export const TextInput = (props: TextInputProps) => {
  const { label, value, onChange, onEnter, placeholder, maxLength, kind = 'text', invalid = false, disabled } = props;
  return (
    <input
      className={cx('bd-input', invalid && 'is-invalid')}
      type={kind === 'search' ? 'search' : 'text'}
      inputMode={inputModes[kind]}
      aria-label={label}
      aria-invalid={invalid}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
      }}
    />
  );
};

export const TextAreaInput = ({ label, value, onChange, placeholder, maxLength, invalid = false, disabled }: TextInputProps) => (
  <textarea
    className={cx('bd-input', 'is-area', invalid && 'is-invalid')}
    rows={4}
    aria-label={label}
    aria-invalid={invalid}
    value={value}
    placeholder={placeholder}
    maxLength={maxLength}
    disabled={disabled}
    onChange={(event) => onChange(event.target.value)}
  />
);
