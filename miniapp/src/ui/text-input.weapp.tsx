import { Input, Textarea } from '@tarojs/components';
import { aria } from './aria';
import { cx } from './cx';
import type { TextInputProps } from './text-input-props';

const types = { text: 'text', number: 'number', decimal: 'digit', phone: 'number', search: 'text' } as const;

export const TextInput = (props: TextInputProps) => {
  const { label, value, onChange, onEnter, placeholder = '', maxLength = -1, kind = 'text', invalid, disabled = false } = props;
  return (
    <Input
      className={cx('bd-input', invalid && 'is-invalid')}
      type={types[kind]}
      value={value}
      placeholder={placeholder}
      placeholderClass="bd-input-hint"
      maxlength={maxLength}
      disabled={disabled}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onInput={({ detail }) => onChange(detail.value)}
      onConfirm={() => onEnter?.()}
      {...aria({ label })}
    />
  );
};

export const TextAreaInput = ({ label, value, onChange, placeholder = '', maxLength = -1, invalid, disabled = false }: TextInputProps) => (
  <Textarea
    className={cx('bd-input', 'is-area', invalid && 'is-invalid')}
    value={value}
    placeholder={placeholder}
    placeholderClass="bd-input-hint"
    maxlength={maxLength}
    disabled={disabled}
    autoHeight
    onInput={({ detail }) => onChange(detail.value)}
    {...aria({ label })}
  />
);
