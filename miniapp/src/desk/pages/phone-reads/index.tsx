import { View } from '@tarojs/components';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { DeskPage } from '@/desk/components/desk-page';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Moment } from '@/ui/moment';

const Reads = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const pages = usePages(communityApi.listPhoneReads, { params: { communityId }, query: {} });
  return (
    <>
      <View className="bd-muted">{t('desk.phoneReadsLead')}</View>
      <View className="bd-gap" />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('desk.phoneReadsNone')} hint={t('desk.phoneReadsLead')} />}
      >
        {({ reader, whose, page, lastAt, times }) => (
          <Card title={t('desk.phoneReadLine', { reader, whose: whose === '' ? t('desk.phoneReadGone') : whose })}>
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

/** Who looked at whose phone number, for those who watch over it. */
export default function PhoneReadsPage() {
  const t = useT();
  return (
    <DeskPage title={t('desk.phoneReads')} wide={false} roles={['administrator', 'supervisor']}>
      {({ communityId }) => <Reads communityId={communityId} />}
    </DeskPage>
  );
}
