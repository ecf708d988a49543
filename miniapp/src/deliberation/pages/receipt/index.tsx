import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import type { MatterPage } from '@bandeng/shared/deliberation/schemas.ts';
import { MemberOnly } from '@/account/components/member-only';
import { ReceiptFound } from '@/deliberation/components/receipt-found';
import { useMatter } from '@/deliberation/queries';
import { findDeviceReceipt } from '@/deliberation/receipts-on-device';
import { sessionTitle } from '@/deliberation/words';
import { useT } from '@/i18n/use-t';
import { AskConsent } from '@/outreach/ask-consent';
import { replaceWith } from '@/platform/navigate';
import { Await } from '@/ui/await';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';
import { QrCode } from '@/ui/qr-code';

const Code = ({ code }: { readonly code: string }) => {
  const t = useT();
  const copy = async () => {
    await Taro.setClipboardData({ data: code });
    toast(t('deliberation.receiptCopied'));
  };
  return (
    <>
      <View className="bd-muted dl-centre">{t('deliberation.receiptCode')}</View>
      <View className="dl-code bd-num">{code}</View>
      <QrCode text={code} label={t('deliberation.receiptQr')} />
      <View className="dl-lead dl-centre">{t('deliberation.receiptLead')}</View>
      <Button kind="outline" onPress={() => void copy()}>
        {t('deliberation.receiptCopy')}
      </Button>
    </>
  );
};

/** The receipt of one's own ballot, and after the count whether it is in the published list. */
export default function Receipt() {
  const t = useT();
  const { matter: matterId = '', session: sessionId = '' } = useRouter().params;
  const state = useMatter(matterId);
  const params = { matter: matterId, session: sessionId };
  const mayChange = state.data?.allowed.some((one) => one.action === 'change-ballot' && one.subjectId === sessionId);
  const content = (page: MatterPage) => {
    const session = page.matter.sessions.find(({ id }) => id === sessionId);
    const mine = page.mine.find((part) => part.sessionId === sessionId);
    if (session === undefined || mine === undefined) return <EmptyState title={t('deliberation.voteNotYours')} />;
    const code = mine.receipt ?? findDeviceReceipt(sessionId);
    return (
      <>
        <Card title={page.matter.head.title}>
          <View className="bd-muted">
            {sessionTitle(t, session)} · {t(session.secret ? 'deliberation.secretBallot' : 'deliberation.openBallot')}
          </View>
          {mine.choice === null ? null : (
            <View className="dl-lead">
              {t('deliberation.receiptChoice')}: {t(`deliberation.choice-${mine.choice}`)}
            </View>
          )}
          <View className="dl-block" />
          {code === null ? <Notice tone="amber">{t('deliberation.receiptMissing')}</Notice> : <Code code={code} />}
        </Card>
        {session.secret && code !== null ? <Notice tone="amber">{t('deliberation.receiptSecret')}</Notice> : null}
        {session.outcome !== null && code !== null ? (
          <ReceiptFound communityId={state.communityId} sessionId={sessionId} code={code} />
        ) : null}
        <AskConsent template="vote" />
      </>
    );
  };
  return (
    <Page
      title={t('deliberation.receipt')}
      footer={
        <FootButtons>
          {mayChange === true ? (
            <Button kind="outline" onPress={() => replaceWith('/deliberation/pages/vote/index', params)}>
              {t('deliberation.receiptChange')}
            </Button>
          ) : null}
          <Button onPress={() => replaceWith('/deliberation/pages/matter/index', { id: matterId })}>
            {t('deliberation.receiptBack')}
          </Button>
        </FootButtons>
      }
    >
      <MemberOnly>{() => <Await query={state}>{content}</Await>}</MemberOnly>
    </Page>
  );
}
