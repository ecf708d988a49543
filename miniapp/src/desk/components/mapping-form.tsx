import { fieldNames, fieldTitles, type FieldName, type Mapping } from '@bandeng/shared/community/register/fields.ts';
import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { columnLetter, completeMapping, findMappingFaults } from '@/desk/register-columns';
import { useT } from '@/i18n/use-t';
import type { ApiError } from '@/platform/api-error';
import { useSettings } from '@/platform/settings';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Notice } from '@/ui/notice';
import { Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { SampleRows } from './sample-rows';

interface MappingFormProps {
  readonly register: RegisterImport;
  readonly busy: boolean;
  readonly retrying: boolean;
  readonly error: ApiError | null;
  readonly onCheck: (mapping: Mapping, headingRow: number | undefined) => void;
  readonly onCancel: () => void;
}

const needed: readonly FieldName[] = ['area', 'owner'];

/** Which column is which: as recognised, corrected by the administrator, with what stands in each column. */
export const MappingForm = ({ register, busy, retrying, error, onCheck, onCancel }: MappingFormProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const [mapping, setMapping] = useState(() => completeMapping(register.mapping));
  const [row, setRow] = useState(() => String(register.headingRow ?? ''));
  const { missing, twice } = findMappingFaults(mapping);
  const title = (field: FieldName) => (language === 'en' ? fieldTitles[field].en : fieldTitles[field].zh);
  const columns = register.headings.map((heading, i) => ({
    value: String(i),
    text: `${columnLetter(i)} · ${heading === '' ? t('register.columnEmpty') : heading}`,
  }));
  const samplesOf = (column: number | null) =>
    column === null
      ? undefined
      : register.sample
          .map((cells) => cells[column] ?? '')
          .filter((text) => text !== '')
          .slice(0, 3)
          .join('、') || undefined;

  return (
    <>
      <Card title={t('register.headingRow')}>
        <View className="desk-lead">{t('register.headingRowLead')}</View>
        <TextField kind="number" label={t('register.headingRowNumber')} value={row} onChange={setRow} maxLength={4} />
        <SampleRows register={register} />
      </Card>
      <Card title={t('register.mapping')}>
        <View className="desk-lead">{t('register.mappingLead')}</View>
        <View className="desk-mapping">
          {fieldNames.map((field) => (
            <Select
              key={field}
              label={title(field)}
              required={needed.includes(field) ? true : undefined}
              value={mapping[field] === null ? 'none' : String(mapping[field])}
              choices={[{ value: 'none', text: t('register.columnNone') }, ...columns]}
              hint={samplesOf(mapping[field])}
              error={twice.includes(field) ? t('register.columnTwice') : undefined}
              onChange={(value) => setMapping({ ...mapping, [field]: value === 'none' ? null : Number(value) })}
            />
          ))}
        </View>
      </Card>
      {missing.length === 0 ? null : (
        <Notice tone="amber">{t('register.columnsMissing', { fields: missing.map(title).join('、') })}</Notice>
      )}
      <ErrorNote error={error} />
      <FootButtons>
        <Button kind="outline" disabled={busy} onPress={onCancel}>
          {t('register.cancel')}
        </Button>
        <Button
          busy={busy}
          retrying={retrying}
          disabled={missing.length > 0 || twice.length > 0}
          onPress={() => onCheck(mapping, /^\d+$/.test(row) ? Number(row) : undefined)}
        >
          {t('register.check')}
        </Button>
      </FootButtons>
    </>
  );
};
