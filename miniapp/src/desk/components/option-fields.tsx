import type { MatterOption } from '@bandeng/shared/deliberation/schemas.ts';
import { View } from '@tarojs/components';
import { makeCommandId } from '@/platform/command-id';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { LinkText } from '@/ui/link-text';
import { TextField } from '@/ui/text-field';

interface OptionFieldsProps {
  readonly options: readonly MatterOption[];
  readonly tried: boolean;
  readonly onChange: (options: readonly MatterOption[]) => void;
}

/** Alternatives that were weighed, each with a name and a remark. */
export const OptionFields = ({ options, tried, onChange }: OptionFieldsProps) => {
  const t = useT();
  const put = (id: string, part: Partial<MatterOption>) =>
    onChange(options.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = async () => onChange([...options, { id: await makeCommandId(), title: '', text: '' }]);
  return (
    <View className="bd-field">
      <View className="bd-field-label">{t('deliberation.optionsTitle')}</View>
      <View className="bd-field-hint">{t('chair.optionsHint')}</View>
      <View className="bd-gap" />
      {options.map(({ id, title, text }, index) => (
        <Card
          key={id}
          title={t('chair.option', { n: index + 1 })}
          extra={
            <LinkText
              label={t('chair.optionRemove', { n: index + 1 })}
              onPress={() => onChange(options.filter((one) => one.id !== id))}
            >
              {t('chair.remove')}
            </LinkText>
          }
        >
          <TextField
            label={t('chair.optionTitle')}
            required
            maxLength={60}
            value={title}
            error={tried && title.trim() === '' ? t('chair.optionNeeded') : undefined}
            onChange={(next) => put(id, { title: next })}
          />
          <TextField
            label={t('chair.optionText')}
            required={false}
            maxLength={500}
            value={text}
            onChange={(next) => put(id, { text: next })}
          />
        </Card>
      ))}
      {options.length >= 20 ? null : (
        <Button kind="outline" small onPress={() => void add()}>
          {t('chair.optionAdd')}
        </Button>
      )}
    </View>
  );
};
