import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { normaliseReceipt } from '@bandeng/shared/kernel/receipt.ts';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { ReceiptFound } from '@/deliberation/components/receipt-found';
import { findDeviceReceipt } from '@/deliberation/receipts-on-device';
import { useSessionPage } from '@/deliberation/use-session-page';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { List, Row } from '@/ui/list';
import { Page } from '@/ui/page';
import { Tag } from '@/ui/tag';
import { TextField } from '@/ui/text-field';

/** Every ballot of a counted session under its receipt: each voter finds the own one, nobody another's. */
const Receipts = ({ sessionId }: { readonly sessionId: string }) => {
  const t = useT();
  const { data, communityId } = useSessionPage(sessionId);
  const own = data?.mine?.receipt ?? findDeviceReceipt(sessionId);
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const text = typed ?? own ?? '';
  const code = normaliseReceipt(text);
  const pages = usePages(deliberationApi.listReceipts, { params: { communityId, sessionId } });
  const row = ({ receipt, choice, channel }: { receipt: string; choice: 'yes' | 'no' | 'abstain'; channel: 'online' | 'paper' | 'assisted' | null }) => (
    <Row
      key={receipt}
      title={<View className="dl-mono">{receipt}</View>}
      detail={[
        receipt === own ? t('deliberation.receiptsMine') : '',
        channel === null ? '' : t(`deliberation.channel-${channel}`),
      ]
        .filter((part) => part !== '')
        .join(' · ')}
      value={<Tag tone={choice === 'yes' ? 'bamboo' : 'slate'}>{t(`deliberation.choice-${choice}`)}</Tag>}
    />
  );
  return (
    <>
      <Card>
        <View className="dl-lead">{t('deliberation.receiptsLead')}</View>
        <TextField
          label={t('deliberation.receiptsSearch')}
          error={text !== '' && code === null && asked !== null ? t('deliberation.receiptBad') : undefined}
          maxLength={40}
          value={text}
          onChange={(next) => {
            setTyped(next);
            setAsked(null);
          }}
          onEnter={() => setAsked(code ?? '')}
        />
        <Button disabled={text === ''} onPress={() => setAsked(code ?? '')}>
          {t('deliberation.receiptsFind')}
        </Button>
      </Card>
      {asked === null || asked === '' ? null : (
        <ReceiptFound key={asked} communityId={communityId} sessionId={sessionId} code={asked} />
      )}
      <InfiniteList
        pages={pages}
        keyOf={({ receipt }) => receipt}
        empty={<EmptyState title={t('deliberation.receiptsEmpty')} />}
        frame={(items) => <List label={t('deliberation.receiptsTitle')}>{items.map(row)}</List>}
      >
        {row}
      </InfiniteList>
    </>
  );
};

export default function ReceiptsPage() {
  const t = useT();
  const sessionId = useRouter().params['session'] ?? '';
  return (
    <Page title={t('deliberation.receiptsTitle')}>
      <MemberOnly>{() => <Receipts sessionId={sessionId} />}</MemberOnly>
    </Page>
  );
}
