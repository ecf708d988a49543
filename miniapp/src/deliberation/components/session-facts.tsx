import { View } from '@tarojs/components';
import type { SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { notOpened } from '@bandeng/shared/deliberation/vocabulary.ts';
import { useT } from '@/i18n/use-t';
import { Card } from '@/ui/card';
import { FileList } from '@/ui/file-list';
import { Moment } from '@/ui/moment';
import { Notice } from '@/ui/notice';
import { Seal } from '@/ui/seal';
import { Tag } from '@/ui/tag';
import { sessionTones } from '../session-tones';
import { sessionTitle } from '../words';
import { LongText } from './long-text';
import { Pairs } from './pairs';
import { PassBar, QuorumBar, TurnoutBar } from './session-bars';

/** What was asked, of whom, when and where. */
export const SessionFacts = ({ session, communityId }: { readonly session: SessionView; readonly communityId: string }) => {
  const t = useT();
  const { status, round, question, attachments, voidReason } = session;
  return (
    <Card
      title={sessionTitle(t, session)}
      extra={status === 'passed' ? <Seal text={t('deliberation.seal-passed')} /> : undefined}
    >
      <View>
        <Tag tone={sessionTones[status]}>{t(`deliberation.session-${status}`)}</Tag>
        <Tag>{t(session.secret ? 'deliberation.secretBallot' : 'deliberation.openBallot')}</Tag>
        {round > 1 ? <Tag>{t('deliberation.round', { n: round })}</Tag> : null}
      </View>
      {voidReason === '' ? null : <Notice tone="amber">{voidReason === notOpened ? t('deliberation.notOpened') : voidReason}</Notice>}
      <View className="dl-block bd-strong">{t('deliberation.question')}</View>
      <LongText text={question} />
      <Pairs
        pairs={[
          { name: t('deliberation.body'), value: session.bodyName },
          {
            name: t('deliberation.where'),
            value: [
              session.place === '' ? null : session.place,
              t(session.online ? 'deliberation.online' : 'deliberation.inPerson'),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          { name: t('deliberation.startsAt'), value: <Moment at={session.openedAt ?? session.startsAt} /> },
          session.closedAt === null
            ? { name: t('deliberation.closesAt'), value: <Moment at={session.closesAt} as="end" /> }
            : { name: t('deliberation.closedAt'), value: <Moment at={session.closedAt} /> },
        ]}
      />
      {attachments.length === 0 ? null : <FileList communityId={communityId} files={attachments} />}
    </Card>
  );
};

/** Turnout while it is open; every number, with the rule and the law that it is held against, once it is counted. */
export const SessionOutcome = ({ session }: { readonly session: SessionView }) => {
  const t = useT();
  const { status, outcome, quorum, pass, closedBy } = session;
  if (status === 'open') {
    return (
      <Card title={t('deliberation.attendanceBar')}>
        <TurnoutBar session={session} law />
      </Card>
    );
  }
  if (outcome === null) return null;
  const silent = outcome.present - outcome.cast;
  return (
    <Card title={t('deliberation.outcomeTitle')}>
      <View className="dl-big bd-num">{t('deliberation.resultLine', outcome)}</View>
      <View className="bd-muted bd-num">
        {t('deliberation.counts', outcome)}
        {outcome.excused > 0 ? ` · ${t('deliberation.excusedCount', { n: outcome.excused })}` : ''}
        {silent > 0 ? ` · ${t('deliberation.notVoted', { n: silent })}` : ''}
      </View>
      <QuorumBar quorum={quorum} present={outcome.present} due={outcome.due} met={outcome.quorumMet} law />
      <PassBar pass={pass} outcome={outcome} law />
      {closedBy === null ? null : (
        <View className="bd-muted">
          {t(closedBy === 'deadline' ? 'deliberation.closedByDeadline' : 'deliberation.closedByHand')}
        </View>
      )}
    </Card>
  );
};
