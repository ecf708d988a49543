import type { RegisterDifference, RegisterImport, RegisterSummary } from '@bandeng/shared/community/schemas.ts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { sayField, sayValue } from '@/desk/say-register';
import { formatArea, formatCount } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { useSettings } from '@/platform/settings';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { DataTable, type Column } from '@/ui/data-table';
import { Section } from '@/ui/section';
import { Tag } from '@/ui/tag';
import { RejectedRows } from './rejected-rows';
import { Tiles } from './tiles';

const Summary = ({ summary }: { readonly summary: RegisterSummary }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const counts = [
    'owners',
    'coOwned',
    'rented',
    'representatives',
    'buildingLeaders',
    'partyMembers',
    'developerDwellings',
  ] as const;
  return (
    <Tiles
      tiles={[
        { name: t('register.sum-dwellings'), value: formatCount(summary.dwellings), tone: 'bamboo' },
        { name: t('register.sum-area'), value: formatArea(summary.areaCentiM2, language), long: true },
        ...counts.map((name) => ({ name: t(`register.sum-${name}`), value: formatCount(summary[name]) })),
        ...(summary.people === null ? [] : [{ name: t('register.sum-people'), value: formatCount(summary.people) }]),
      ]}
    />
  );
};

const atFirst = 8;
const tones = { added: 'bamboo', changed: 'amber', missing: 'brick' } as const;

const Difference = ({ difference }: { readonly difference: RegisterDifference }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const [all, setAll] = useState(false);
  const { examples } = difference;
  const shown = all ? examples : examples.slice(0, atFirst);
  const contents: Column<(typeof examples)[number] & { readonly key: string }> = {
    id: 'fields',
    title: t('register.diffFields'),
    cell: ({ fields }) =>
      fields.map(({ field, before, after }) => (
        <View key={field}>
          {sayField(t, field, language)}：<Text className="desk-before">{sayValue(t, field, before)}</Text>
          {' → '}
          {sayValue(t, field, after)}
        </View>
      )),
  };
  return (
    <Card title={t('register.difference')}>
      <Tiles
        tiles={[
          {
            name: t('register.diff-added'),
            value: formatCount(difference.added),
            tone: difference.added > 0 ? 'bamboo' : undefined,
          },
          {
            name: t('register.diff-changed'),
            value: formatCount(difference.changed),
            tone: difference.changed > 0 ? 'amber' : undefined,
          },
          {
            name: t('register.diff-missing'),
            value: formatCount(difference.missing),
            tone: difference.missing > 0 ? 'brick' : undefined,
          },
          { name: t('register.diff-same'), value: formatCount(difference.same) },
        ]}
      />
      {examples.length === 0 ? (
        <View className="bd-muted">{t('register.nothingChanges')}</View>
      ) : (
        <DataTable
          label={t('register.examples')}
          rows={shown.map((example, i) => ({ ...example, key: `${i}` }))}
          keyOf={({ key }) => key}
          columns={[
            {
              id: 'kind',
              title: t('register.diffKind'),
              cell: ({ kind }) => <Tag tone={tones[kind]}>{t(`register.diff-${kind}`)}</Tag>,
            },
            { id: 'label', title: t('register.dwelling'), cell: ({ label }) => label },
            ...(shown.some(({ fields }) => fields.length > 0) ? [contents] : []),
          ]}
        />
      )}
      {examples.length > shown.length ? (
        <Button kind="plain" onPress={() => setAll(true)}>
          {t('register.moreExamples', { n: examples.length })}
        </Button>
      ) : null}
    </Card>
  );
};

/** What a dry run has found, or what has been written: totals, the difference to the register so far, refused rows. */
export const RegisterReport = ({
  communityId,
  register,
}: {
  readonly communityId: string;
  readonly register: RegisterImport;
}) => {
  const t = useT();
  return (
    <>
      {register.summary === null ? null : <Summary summary={register.summary} />}
      {register.difference === null ? null : <Difference difference={register.difference} />}
      <Section
        title={t('register.rejected')}
        extra={t('register.rejectedCount', {
          n: formatCount(register.rejectedCount),
          of: formatCount(register.sheetRows),
        })}
      />
      <RejectedRows communityId={communityId} register={register} />
    </>
  );
};
