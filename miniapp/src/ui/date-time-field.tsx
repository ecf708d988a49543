import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '../i18n/use-t';
import { clockOf, dayOf, momentOf } from '../i18n/when';
import { Field } from './field';
import type { FieldProps } from './field-props';
import { MomentInput } from './moment-input';

interface DateFieldProps extends FieldProps<string> {
  readonly first?: string;
  readonly last?: string;
}

/** A calendar day, 'YYYY-MM-DD'; empty while nothing is chosen. */
export const DateField = ({ label, hint, error, required, value, onChange, disabled, first, last }: DateFieldProps) => {
  const t = useT();
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      <MomentInput
        mode="date"
        {...{ label, value, onChange, disabled, first, last }}
        placeholder={t('ui.choose')}
        invalid={error !== undefined}
      />
    </Field>
  );
};

interface DateTimeFieldProps extends Omit<FieldProps<number>, 'value'> {
  /** Milliseconds since 1970, or null. Day and clock are shown and entered in China Standard Time. */
  readonly value: number | null;
  readonly first?: string;
  readonly last?: string;
}

/** A moment, entered as day and clock; reported once both are there. */
export const DateTimeField = (props: DateTimeFieldProps) => {
  const { label, hint, error, required, value, onChange, disabled, first, last } = props;
  const t = useT();
  const [half, setHalf] = useState({ day: '', clock: '' });
  const day = value === null ? half.day : dayOf(value);
  const clock = value === null ? half.clock : clockOf(value);
  const change = (next: { day: string; clock: string }) => {
    setHalf(next);
    const moment = momentOf(next.day, next.clock);
    if (!Number.isNaN(moment)) onChange(moment);
  };
  const invalid = error !== undefined;
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      <View className="bd-moment">
        <View className="bd-moment-part">
          <MomentInput
            mode="date"
            label={`${label} ${t('ui.date')}`}
            value={day}
            onChange={(next) => change({ day: next, clock })}
            placeholder={t('ui.date')}
            {...{ first, last, disabled, invalid }}
          />
        </View>
        <View className="bd-moment-part">
          <MomentInput
            mode="time"
            label={`${label} ${t('ui.clock')}`}
            value={clock}
            onChange={(next) => change({ day, clock: next })}
            placeholder={t('ui.clock')}
            {...{ disabled, invalid }}
          />
        </View>
      </View>
    </Field>
  );
};
