import { useT } from '../i18n/use-t';
import type { Choice } from './choice';
import { Field } from './field';
import type { FieldProps } from './field-props';
import { SelectInput } from './select-input';

interface SelectProps<V extends string> extends Omit<FieldProps<V>, 'value'> {
  readonly value: V | null;
  readonly choices: readonly Choice<V>[];
  readonly placeholder?: string;
}

export const Select = <V extends string>(props: SelectProps<V>) => {
  const { label, hint, error, required, value, onChange, disabled, choices, placeholder } = props;
  const t = useT();
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      <SelectInput
        {...{ label, value, onChange, disabled, choices }}
        placeholder={placeholder ?? t('ui.choose')}
        invalid={error !== undefined}
      />
    </Field>
  );
};
