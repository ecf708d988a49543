import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import type { IntakeStatus } from '@bandeng/shared/chat/vocabulary.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useT } from '@/i18n/use-t';
import { Card } from '@/ui/card';
import { FileList } from '@/ui/file-list';
import { Moment } from '@/ui/moment';
import { Tag, type Tone } from '@/ui/tag';

const tones: Readonly<Record<IntakeStatus, Tone>> = { received: 'amber', taken: 'slate', answered: 'bamboo', declined: 'slate' };

export const IntakeTags = ({ intake }: { readonly intake: Intake }) => {
  const t = useT();
  return (
    <>
      <Tag>{t(`intake.kind-${intake.kind}`)}</Tag>
      <Tag tone={tones[intake.status]}>{t(`intake.status-${intake.status}`)}</Tag>
    </>
  );
};

interface IntakeCardProps {
  readonly communityId: string;
  readonly intake: Intake;
  readonly children?: ReactNode;
}

/** A topic or report with what was said, and what was answered. */
export const IntakeCard = ({ communityId, intake, children }: IntakeCardProps) => {
  const t = useT();
  const { title, number, text, files, by, groupName, reply, handledBy, handledAt, at } = intake;
  const where = [t('intake.by', { label: by.label }), groupName === '' ? '' : t('intake.from', { group: groupName })];
  return (
    <Card title={title} extra={number}>
      <IntakeTags intake={intake} />
      <View className="bd-muted">
        {where.filter((part) => part !== '').join(' · ')} <Moment at={at} as="ago" />
      </View>
      {text === '' ? null : <View className="bd-lead">{text}</View>}
      {files.length === 0 ? null : <FileList communityId={communityId} files={files} />}
      {reply === '' ? null : (
        <View>
          <View className="bd-muted">
            {t('intake.handledBy', { name: handledBy })} {handledAt === null ? null : <Moment at={handledAt} as="ago" />}
          </View>
          <View className="bd-lead">{reply}</View>
        </View>
      )}
      {children}
    </Card>
  );
};
