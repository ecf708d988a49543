import { assemblies, matterTypes } from '@bandeng/shared/deliberation/vocabulary.ts';
import { View } from '@tarojs/components';
import { findDraftFaults, isSecret, type DraftForm } from '@/desk/draft-form';
import type { DraftMode } from '@/desk/use-draft-commands';
import { useT } from '@/i18n/use-t';
import { Card } from '@/ui/card';
import { Switch } from '@/ui/checks';
import { Select } from '@/ui/select';
import { TextArea, TextField } from '@/ui/text-field';
import { Upload } from '@/ui/upload';
import { OptionFields } from './option-fields';

interface DraftFieldsProps {
  readonly communityId: string;
  readonly mode: DraftMode;
  readonly form: DraftForm;
  readonly tried: boolean;
  readonly onChange: (part: Partial<DraftForm>) => void;
}

export const DraftFields = ({ communityId, mode, form, tried, onChange }: DraftFieldsProps) => {
  const t = useT();
  const faults = tried ? findDraftFaults(form) : [];
  const election = form.type === 'election';
  return (
    <>
      {mode === 'amend' || mode === 'revise' ? (
        <Card>
          {mode === 'amend' ? (
            <Switch
              label={t('chair.material')}
              detail={t('chair.materialHint')}
              value={form.material}
              onChange={(material) => onChange({ material })}
            />
          ) : null}
          <TextArea
            label={t('chair.changeReason')}
            required
            maxLength={500}
            value={form.reason}
            error={tried && form.reason.trim() === '' ? t('desk.reasonNeeded') : undefined}
            onChange={(reason) => onChange({ reason })}
          />
        </Card>
      ) : null}
      <Card title={t('chair.content')}>
        <TextField
          label={t('chair.title')}
          required
          maxLength={60}
          placeholder={t('chair.titleHint')}
          value={form.title}
          error={faults.includes('title') ? t('chair.titleNeeded') : undefined}
          onChange={(title) => onChange({ title })}
        />
        <TextArea
          label={t('chair.summary')}
          required={false}
          maxLength={200}
          hint={t('chair.summaryHint')}
          value={form.summary}
          onChange={(summary) => onChange({ summary })}
        />
        <View className="desk-long">
          <TextArea
            label={t('chair.text')}
            required
            maxLength={20_000}
            hint={t('chair.textHint')}
            value={form.text}
            onChange={(text) => onChange({ text })}
          />
        </View>
        <OptionFields options={form.options} tried={tried} onChange={(options) => onChange({ options })} />
        <Upload
          communityId={communityId}
          label={t('deliberation.attachments')}
          required={false}
          max={20}
          files={form.files}
          onChange={(files) => onChange({ files })}
        />
      </Card>
      <Card title={t('chair.howDecided')}>
        <View className="desk-form">
          <Select
            label={t('chair.type')}
            value={form.type}
            choices={matterTypes.map((value) => ({ value, text: t(`deliberation.type-${value}`) }))}
            onChange={(type) => onChange({ type })}
          />
          <TextField
            kind="decimal"
            label={t('chair.budget')}
            required={false}
            hint={t('chair.budgetHint')}
            value={form.budget}
            error={faults.includes('budget') ? t('chair.budgetWrong') : undefined}
            onChange={(budget) => onChange({ budget })}
          />
          <Select
            label={t('deliberation.assembly')}
            value={form.assembly}
            hint={form.assembly === 'representatives' ? undefined : t('chair.noticeHint')}
            choices={assemblies.map((value) => ({ value, text: t(`deliberation.assembly-${value}`) }))}
            onChange={(assembly) => onChange({ assembly })}
          />
        </View>
        <Switch
          label={t('deliberation.secretBallot')}
          detail={t(election ? 'chair.secretElection' : 'chair.secretHint')}
          value={isSecret(form)}
          disabled={election}
          onChange={(secret) => onChange({ secret })}
        />
      </Card>
    </>
  );
};
