import { View } from '@tarojs/components';
import type { DisclosureView, ObjectionView } from '@bandeng/shared/deliberation/schemas.ts';
import type { ReactNode } from 'react';
import { useT } from '@/i18n/use-t';
import { formatDay } from '@/i18n/when';
import { useSettings } from '@/platform/settings';
import { Card } from '@/ui/card';
import { FileList, type FilePlace } from '@/ui/file-list';
import { Seal } from '@/ui/seal';
import { useNow } from '@/ui/use-now';
import { LongText } from './long-text';
import { ObjectionList } from './objection-list';
import { DayCounter } from './stage-summary';

interface DisclosureCardProps {
  readonly disclosure: DisclosureView;
  readonly objections: readonly ObjectionView[];
  readonly files: FilePlace;
  /** Ways on: the public page, filing an objection. */
  readonly children?: ReactNode;
}

/** One of the two disclosures: its text, its days, and every objection with its answer. */
export const DisclosureCard = ({ disclosure, objections, files, children }: DisclosureCardProps) => {
  const t = useT();
  const now = useNow();
  const language = useSettings((s) => s.shown);
  const open = objections.filter(({ answeredAt }) => answeredAt === null).length;
  const seal = t(
    disclosure.stageId === 'publish-resolution' ? 'deliberation.seal-resolved' : 'deliberation.seal-finished',
  );
  return (
    <Card
      title={t(`deliberation.stage-${disclosure.stageId}`)}
      extra={disclosure.status === 'void' || disclosure.status === 'upheld' ? undefined : <Seal text={seal} />}
    >
      <View className="bd-strong bd-num">
        <DayCounter disclosure={disclosure} open={open} />
      </View>
      <View className="bd-muted">
        {t('deliberation.noticePeriod', {
          from: formatDay(disclosure.firstDay, now, language),
          to: formatDay(disclosure.lastDay, now, language),
        })}
      </View>
      <LongText text={disclosure.text} />
      {disclosure.attachments.length === 0 ? null : <FileList {...files} files={disclosure.attachments} />}
      <View className="dl-block">
        <View className="bd-strong">{t('deliberation.objectionsTitle')}</View>
        {objections.length === 0 ? null : (
          <View className="bd-muted">{t('deliberation.objectionCount', { n: objections.length, open })}</View>
        )}
        <ObjectionList objections={objections} />
      </View>
      {children}
    </Card>
  );
};
