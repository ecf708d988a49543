import { View } from '@tarojs/components';
import type { ProgressView } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { formatMoney } from '@/i18n/amount';
import { formatDay } from '@/i18n/when';
import { useSettings } from '@/platform/settings';
import { ProgressBar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { FileList, type FilePlace } from '@/ui/file-list';
import { Money } from '@/ui/money';
import { StoredImage } from '@/ui/stored-image';
import { Tag } from '@/ui/tag';
import { useNow } from '@/ui/use-now';

const isImage = ({ type }: { readonly type: string }): boolean => type.startsWith('image/');

const Entry = ({ entry, files }: { readonly entry: ProgressView; readonly files: FilePlace }) => {
  const t = useT();
  const now = useNow();
  const language = useSettings((s) => s.shown);
  const papers = entry.photos.filter((file) => !isImage(file));
  return (
    <View className="dl-entry">
      <View className="dl-line">
        <View className="bd-row-main">
          <Tag tone={entry.kind === 'payment' ? 'amber' : 'bamboo'}>{t(`deliberation.progress-${entry.kind}`)}</Tag>
          {entry.title}
        </View>
        {entry.amountFen === null ? null : <Money fen={-entry.amountFen} signed />}
      </View>
      {entry.text === '' ? null : <View className="dl-text">{entry.text}</View>}
      {entry.payee === '' ? null : (
        <View className="bd-muted">{t('deliberation.payee', { name: entry.payee })}</View>
      )}
      <View className="bd-muted">
        {formatDay(entry.day, now, language)} · {t('deliberation.byWhom', { name: entry.by })}
      </View>
      {entry.photos.filter(isImage).map((photo) => (
        <StoredImage key={photo.id} {...files} fileId={photo.id} label={`${entry.title} ${photo.name}`} />
      ))}
      {papers.length === 0 ? null : <FileList {...files} files={papers} />}
    </View>
  );
};

interface ProgressTimelineProps {
  readonly progress: readonly ProgressView[];
  readonly spentFen: number;
  readonly budgetFen: number | null;
  readonly files: FilePlace;
}

/** What has been done and paid since the resolution, newest first, against the budget. */
export const ProgressTimeline = ({ progress, spentFen, budgetFen, files }: ProgressTimelineProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const newestFirst = [...progress].sort((a, b) => (a.day === b.day ? b.at - a.at : a.day < b.day ? 1 : -1));
  return (
    <Card title={t('deliberation.progressTitle')}>
      <View className="dl-line">
        <View className="bd-row-main">{t('deliberation.spent')}</View>
        <Money fen={spentFen} />
      </View>
      {budgetFen === null || budgetFen === 0 ? null : (
        <>
          <ProgressBar
            part={spentFen}
            whole={budgetFen}
            tone={spentFen > budgetFen ? 'brick' : 'amber'}
            label={`${t('deliberation.spent')} ${formatMoney(spentFen, language)}`}
          />
          <View className="bd-muted">
            {t('deliberation.ofBudget', { amount: formatMoney(budgetFen, language) })}
          </View>
        </>
      )}
      {progress.length === 0 ? <View className="bd-muted">{t('deliberation.progressNone')}</View> : null}
      {newestFirst.map((entry) => (
        <Entry key={entry.id} entry={entry} files={files} />
      ))}
    </Card>
  );
};
