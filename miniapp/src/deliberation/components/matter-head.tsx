import { View } from '@tarojs/components';
import type { MatterHead, MatterVersionView, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { useT, type Translate } from '@/i18n/use-t';
import { Card } from '@/ui/card';
import { FileList } from '@/ui/file-list';
import { Moment } from '@/ui/moment';
import { Money } from '@/ui/money';
import { Notice } from '@/ui/notice';
import { Tag } from '@/ui/tag';
import { useSettings } from '@/platform/settings';
import { rejectedWords, stageTitle } from '../words';
import { LongText } from './long-text';
import { Pairs } from './pairs';

const stateNotice = (t: Translate, head: MatterHead, counted: string): string | null => {
  const { status, stageId, reason } = head;
  switch (status) {
    case 'draft':
      return t('deliberation.draftHint');
    case 'returned':
      return [
        t('deliberation.returnedHint', { stage: stageTitle(t, stageId ?? 'propose', head.assembly) }),
        reason === '' ? counted : t('deliberation.reasonReturned', { reason }),
      ].join(' ');
    case 'withdrawn':
      return t('deliberation.reasonWithdrawn', { reason });
    case 'ended':
      return t('deliberation.reasonEnded', { reason });
    case 'running':
    case 'closed':
      return null;
  }
};

const Options = ({ options }: { readonly options: MatterHead['options'] }) => {
  const t = useT();
  if (options.length === 0) return null;
  return (
    <View className="dl-block">
      <View className="bd-strong">{t('deliberation.optionsTitle')}</View>
      {options.map((option, index) => (
        <View key={option.id} className="dl-option">
          <View>
            {index + 1}. {option.title}
          </View>
          {option.text === '' ? null : <View className="bd-muted">{option.text}</View>}
        </View>
      ))}
    </View>
  );
};

interface MatterHeadCardProps {
  readonly head: MatterHead;
  readonly sessions: readonly SessionView[];
  readonly communityId: string;
}

/** What is proposed: type, version, summary, budget, options and attachments. */
export const MatterHeadCard = ({ head, sessions, communityId }: MatterHeadCardProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const notice = stateNotice(t, head, rejectedWords(t, head, sessions, language));
  return (
    <Card>
      <View>
        <Tag tone="amber">{t(`deliberation.type-${head.type}`)}</Tag>
        <Tag>{t('deliberation.version', { n: head.version })}</Tag>
        {head.status === 'running' ? null : (
          <Tag tone={head.status === 'closed' ? 'bamboo' : 'brick'}>{t(`deliberation.status-${head.status}`)}</Tag>
        )}
      </View>
      <View className="dl-title">{head.title}</View>
      {head.summary === '' ? null : <View className="dl-summary">{head.summary}</View>}
      {notice === null ? null : <Notice tone="brick">{notice}</Notice>}
      <LongText text={head.text} />
      <Pairs
        pairs={[
          head.number === '' ? null : { name: t('deliberation.number'), value: head.number },
          head.budgetFen === null ? null : { name: t('deliberation.budget'), value: <Money fen={head.budgetFen} /> },
          {
            name: t('deliberation.ballotKind'),
            value: t(head.secret ? 'deliberation.secretBallot' : 'deliberation.openBallot'),
          },
          { name: t('deliberation.assembly'), value: t(`deliberation.assembly-${head.assembly}`) },
          { name: t('deliberation.proposer'), value: head.proposer.label },
          head.coauthors.length === 0
            ? null
            : { name: t('deliberation.coauthors'), value: head.coauthors.map(({ label }) => label).join('、') },
          head.submittedAt === null
            ? null
            : { name: t('deliberation.submittedAt'), value: <Moment at={head.submittedAt} as="ago" /> },
        ]}
      />
      <Options options={head.options} />
      {head.attachments.length === 0 ? null : <FileList communityId={communityId} files={head.attachments} />}
    </Card>
  );
};

/** Earlier texts and why they changed; nothing while there is only the first. */
export const VersionsCard = ({ versions }: { readonly versions: readonly MatterVersionView[] }) => {
  const t = useT();
  if (versions.length < 2) return null;
  return (
    <Card title={t('deliberation.versionsTitle')}>
      {[...versions].reverse().map(({ version, reason, material, by, at }) => (
        <View key={version} className="dl-entry">
          <View>
            {t('deliberation.version', { n: version })} ·{' '}
            {t(
              version === 1
                ? 'deliberation.versionFirst'
                : material
                  ? 'deliberation.versionMaterial'
                  : 'deliberation.versionMinor',
            )}
          </View>
          {reason === '' ? null : <View>{reason}</View>}
          <View className="bd-muted">
            {t('deliberation.versionBy', { name: by })} · <Moment at={at} as="ago" />
          </View>
        </View>
      ))}
    </Card>
  );
};
