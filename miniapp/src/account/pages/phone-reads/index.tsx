import { View } from '@tarojs/components';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { MemberOnly } from '@/account/components/member-only';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Moment } from '@/ui/moment';
import { Page } from '@/ui/page';

const Reads = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const pages = usePages(communityApi.listMyPhoneReads, { params: { communityId }, query: {} });
  return (
    <>
      <View className="bd-muted">{t('mine.phoneReadsLead')}</View>
      <View className="bd-gap" />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('mine.phoneReadsNone')} hint={t('mine.phoneReadsNoneHint')} />}
      >
        {({ reader, page, lastAt, times }) => (
          <Card title={reader}>
            <View>
              {t(`mine.phonePage-${page}`)} · <Moment at={lastAt} />
            </View>
            {times === 1 ? null : <View className="bd-muted">{t('mine.phoneTimes', { n: times })}</View>}
          </Card>
        )}
      </InfiniteList>
    </>
  );
};

/** 谁看过我的手机号. */
export default function PhoneReads() {
  const t = useT();
  return (
    <Page title={t('mine.phoneReads')}>
      <MemberOnly>{({ communityId }) => <Reads communityId={communityId} />}</MemberOnly>
    </Page>
  );
}
