import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { DeskPage } from '@/desk/components/desk-page';
import { noticeRoles } from '@/desk/notices/notice-roles';
import '@/desk/notices/notices.scss';
import { WrittenRow } from '@/desk/notices/written-row';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { usePages } from '@/platform/pages-query';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Tabs } from '@/ui/tabs';

const shown = ['published', 'scheduled', 'draft', 'expired', 'withdrawn'] as const;

const Written = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [status, setStatus] = useState<(typeof shown)[number]>('published');
  const pages = usePages(bulletinApi.listWrittenNotices, { params: { communityId }, query: { status } });
  const write = () => go('/desk/pages/notice-edit/index');
  return (
    <>
      <View className="dn-from">
        <Button onPress={write}>{t('notice.write')}</Button>
      </View>
      <Tabs
        label={t('notice.written')}
        tabs={shown.map((value) => ({ value, text: t(`notice.written-${value}`) }))}
        value={status}
        onChange={setStatus}
      />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t(`notice.writtenNone-${status}`)} hint={t('notice.writtenHint')} />}
      >
        {(notice) => <WrittenRow notice={notice} />}
      </InfiniteList>
    </>
  );
};

/** 公告管理: what I wrote and look after, by status. */
export default function WrittenNoticesPage() {
  const t = useT();
  return (
    <DeskPage title={t('notice.written')} wide={false} roles={noticeRoles}>
      {({ communityId }) => <Written communityId={communityId} />}
    </DeskPage>
  );
}
