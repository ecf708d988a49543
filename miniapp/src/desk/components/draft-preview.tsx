import { View } from '@tarojs/components';
import { isSecret, readBudget, type DraftForm } from '@/desk/draft-form';
import { useT } from '@/i18n/use-t';
import { FileList } from '@/ui/file-list';
import { Money } from '@/ui/money';
import { Sheet } from '@/ui/sheet';
import { Tag } from '@/ui/tag';

interface DraftTextProps {
  readonly communityId: string;
  readonly form: DraftForm;
}

/** A draft as its readers will see it. */
export const DraftText = ({ communityId, form }: DraftTextProps) => {
  const t = useT();
  const budget = readBudget(form.budget) ?? null;
  return (
    <View className="desk-preview">
      <View>
        <Tag tone="amber">{t(`deliberation.type-${form.type}`)}</Tag>
        <Tag>{t(isSecret(form) ? 'deliberation.secretBallot' : 'deliberation.openBallot')}</Tag>
        <Tag>{t(`deliberation.assembly-${form.assembly}`)}</Tag>
      </View>
      <View className="desk-preview-title">{form.title || t('chair.untitled')}</View>
      {form.summary === '' ? null : <View className="desk-lead">{form.summary}</View>}
      {budget === null ? null : (
        <View>
          {t('deliberation.budget')} <Money fen={budget} />
        </View>
      )}
      <View className="desk-text">{form.text || t('chair.noText')}</View>
      {form.options.map(({ id, title, text }, index) => (
        <View key={id} className="desk-rule">
          <View className="bd-strong">
            {index + 1}. {title}
          </View>
          {text === '' ? null : <View className="bd-muted">{text}</View>}
        </View>
      ))}
      {form.files.length === 0 ? null : <FileList communityId={communityId} files={form.files} />}
    </View>
  );
};

export const DraftPreview = ({ communityId, form, onClose }: DraftTextProps & { readonly onClose: () => void }) => {
  const t = useT();
  return (
    <Sheet open title={t('chair.preview')} onClose={onClose}>
      <DraftText communityId={communityId} form={form} />
    </Sheet>
  );
};
