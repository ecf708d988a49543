import type { RuleParameter } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { basisOf, choicesOf, readNumber } from '@/desk/rule-choices';
import { useT } from '@/i18n/use-t';
import { useSettings } from '@/platform/settings';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';

interface RuleFieldProps {
  readonly parameter: RuleParameter;
  readonly text: string;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}

/** One parameter: a share in words or a number, with its limits and the article it rests on. */
export const RuleField = ({ parameter, text, disabled, onChange }: RuleFieldProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const { minimum, maximum } = parameter;
  const label = language === 'en' ? parameter.en : parameter.zh;
  const choices = choicesOf(parameter, language);
  const basis = t('desk.basis', { law: basisOf(parameter, language) });
  if (choices !== null)
    return (
      <View className="desk-rule">
        <Select label={label} hint={basis} value={text} choices={choices} disabled={disabled} onChange={onChange} />
      </View>
    );
  return (
    <View className="desk-rule">
      <TextField
        kind="number"
        label={label}
        hint={`${t('desk.limits', { minimum, maximum })} · ${basis}`}
        value={text}
        disabled={disabled}
        error={readNumber(text, parameter) === null ? t('desk.outsideLimits', { minimum, maximum }) : undefined}
        onChange={onChange}
      />
    </View>
  );
};
