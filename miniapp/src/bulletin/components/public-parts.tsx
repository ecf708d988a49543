import { View } from '@tarojs/components';
import type { PublicDisclosure } from '@bandeng/shared/deliberation/schemas.ts';
import { LongText } from '@/deliberation/components/long-text';
import { Pairs } from '@/deliberation/components/pairs';
import { PassBar, QuorumBar } from '@/deliberation/components/session-bars';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Ladder } from '@/ui/ladder';
import { Moment, MomentText } from '@/ui/moment';
import { Money } from '@/ui/money';
import { QrCode } from '@/ui/qr-code';
import { Tag } from '@/ui/tag';

interface PartProps {
  readonly page: PublicDisclosure;
}

/** What was resolved. */
export const PublicHead = ({ page: { head, disclosure } }: PartProps) => {
  const t = useT();
  return (
    <Card>
      <View>
        <Tag tone="amber">{t(`deliberation.type-${head.type}`)}</Tag>
        <Tag>{t('deliberation.version', { n: head.version })}</Tag>
      </View>
      <View className="dl-title">{head.title}</View>
      {head.summary === '' ? null : <View className="dl-summary">{head.summary}</View>}
      <LongText text={head.text} />
      <Pairs
        pairs={[
          { name: t('deliberation.number'), value: head.number },
          head.budgetFen === null ? null : { name: t('deliberation.budget'), value: <Money fen={head.budgetFen} /> },
          { name: t('deliberation.seal-published'), value: <Moment at={disclosure.publishedAt} /> },
        ]}
      />
    </Card>
  );
};

/** How it was decided: every meeting with its numbers and the law that it rests on. */
export const PublicStages = ({ page: { stages } }: PartProps) => {
  const t = useT();
  return (
    <Card title={t('bulletin.stagesTitle')}>
      <Ladder
        label={t('bulletin.stagesTitle')}
        rungs={stages.map(({ stageId, bodyName, closedAt, quorum, pass, outcome }) => ({
          id: stageId,
          title: t(`deliberation.stage-${stageId}`),
          state: 'done',
          seal: t('deliberation.seal-passed'),
          summary: (
            <>
              {t('deliberation.countsYes', outcome)} · {bodyName} · <MomentText at={closedAt} />
            </>
          ),
          record: (
            <>
              <View className="bd-num">{t('deliberation.resultLine', outcome)}</View>
              <QuorumBar quorum={quorum} present={outcome.present} due={outcome.due} met={outcome.quorumMet} law />
              <PassBar pass={pass} outcome={outcome} law />
            </>
          ),
        }))}
      />
    </Card>
  );
};

/** How to object, how to come back, and how to see that nothing was changed. */
export const PublicTrust = ({ page: { pageUrl, recordHead } }: PartProps) => {
  const t = useT();
  const signedIn = useSession((s) => s.tokens !== null);
  return (
    <>
      <Card title={t('bulletin.objectTitle')}>
        <View className="dl-lead">{t('bulletin.objectLead')}</View>
        {signedIn ? null : (
          <Button kind="outline" onPress={() => go('/account/pages/login/index')}>
            {t('bulletin.objectButton')}
          </Button>
        )}
      </Card>
      <Card title={t('bulletin.scanTitle')}>
        <QrCode text={pageUrl} label={t('bulletin.scanTitle')} />
      </Card>
      <Card title={t('bulletin.recordTitle')}>
        <View className="bd-muted">{t('bulletin.recordLead', { n: recordHead.length })}</View>
        <View className="dl-hash">{recordHead.hash}</View>
      </Card>
    </>
  );
};
