import { View } from '@tarojs/components';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { MyVotesCard } from '@/deliberation/components/my-votes';
import { forgetDeviceReceipts, listDeviceReceipts } from '@/deliberation/receipts-on-device';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { usePages } from '@/platform/pages-query';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { List, Row } from '@/ui/list';
import { confirm, toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

/** Receipts of secret ballots: nobody but this device knows them. */
const OnThisDevice = () => {
  const t = useT();
  const [receipts, setReceipts] = useState(listDeviceReceipts);
  if (receipts.length === 0) return null;
  const erase = async () => {
    const sure = await confirm({
      title: t('mine.deviceForgetAsk'),
      text: t('mine.deviceForgetText'),
      confirmText: t('mine.deviceForget'),
      danger: true,
    });
    if (!sure) return;
    forgetDeviceReceipts();
    setReceipts([]);
    toast(t('mine.deviceForgot'));
  };
  return (
    <>
      <Section title={t('mine.deviceReceipts')} />
      <View className="dl-lead bd-muted">{t('mine.deviceReceiptsLead')}</View>
      <List label={t('mine.deviceReceipts')}>
        {receipts.map(({ sessionId, matterId, matterTitle, stageId, receipt }) => (
          <Row
            key={sessionId}
            title={matterTitle}
            detail={`${t(`deliberation.stage-${stageId}`)} · ${receipt}`}
            onPress={() => go('/deliberation/pages/receipt/index', { matter: matterId, session: sessionId })}
          />
        ))}
      </List>
      <Button kind="plain" onPress={() => void erase()}>
        {t('mine.deviceForget')}
      </Button>
    </>
  );
};

const Voted = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const pages = usePages(deliberationApi.listMatters, { params: { communityId }, query: { show: 'mine' } });
  return (
    <InfiniteList
      pages={pages}
      keyOf={({ id }) => id}
      empty={<EmptyState title={t('mine.votesNone')} hint={t('mine.votesNoneHint')} />}
    >
      {(row) => <MyVotesCard row={row} />}
    </InfiniteList>
  );
};

/** 我的票与回执. */
export default function Votes() {
  const t = useT();
  return (
    <Page title={t('mine.votes')}>
      <MemberOnly>
        {({ communityId }) => (
          <>
            <Voted communityId={communityId} />
            <OnThisDevice />
          </>
        )}
      </MemberOnly>
    </Page>
  );
}
