import { Field } from './field';
import type { FieldProps } from './field-props';
import { TextAreaInput, TextInput } from './text-input';
import type { TextInputProps } from './text-input-props';
import { useT } from '../i18n/use-t';

type TextFieldProps = FieldProps<string> & Pick<TextInputProps, 'placeholder' | 'maxLength' | 'kind' | 'onEnter'>;

export const TextField = (props: TextFieldProps) => {
  const { label, hint, error, required, value, onChange, disabled, placeholder, maxLength, kind, onEnter } = props;
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      <TextInput {...{ label, value, onChange, disabled, placeholder, maxLength, kind, onEnter }} invalid={error !== undefined} />
    </Field>
  );
};

/** Several lines; with `maxLength` it counts along. */
export const TextArea = (props: Omit<TextFieldProps, 'kind' | 'onEnter'>) => {
  const { label, hint, error, required, value, onChange, disabled, placeholder, maxLength } = props;
  const t = useT();
  const count = maxLength === undefined ? undefined : t('ui.characters', { n: value.length, max: maxLength });
  return (
    <Field label={label} hint={[hint, count].filter(Boolean).join(' · ') || undefined} error={error} required={required}>
      <TextAreaInput {...{ label, value, onChange, disabled, placeholder, maxLength }} invalid={error !== undefined} />
    </Field>
  );
};
