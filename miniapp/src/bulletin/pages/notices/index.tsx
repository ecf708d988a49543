import { View } from '@tarojs/components';
import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import { noticeCategories, type NoticeCategory } from '@bandeng/shared/bulletin/vocabulary.ts';
import { useState } from 'react';
import { MemberOnly } from '@/account/components/member-only';
import { NoticeCard } from '@/bulletin/components/notice-card';
import { useAcknowledge } from '@/bulletin/use-acknowledge';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { aria } from '@/ui/aria';
import { cx } from '@/ui/cx';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Page } from '@/ui/page';
import { Press } from '@/ui/press';
import { Tabs } from '@/ui/tabs';

const shows = ['now', 'past'] as const;

interface CategoriesProps {
  readonly value: NoticeCategory | null;
  readonly onChange: (value: NoticeCategory | null) => void;
}

const Categories = ({ value, onChange }: CategoriesProps) => {
  const t = useT();
  return (
    <View className="nt-chips" {...aria({ role: 'radiogroup', label: t('notice.category') })}>
      {([null, ...noticeCategories] as const).map((one) => (
        <Press
          key={one ?? 'all'}
          role="radio"
          checked={value === one}
          className={cx('nt-chip', value === one && 'is-on')}
          onPress={() => onChange(one)}
        >
          {one === null ? t('notice.allCategories') : t(`notice.category-${one}`)}
        </Press>
      ))}
    </View>
  );
};

const Notices = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const [show, setShow] = useState<(typeof shows)[number]>('now');
  const [category, setCategory] = useState<NoticeCategory | null>(null);
  const acknowledge = useAcknowledge(communityId);
  const pages = usePages(bulletinApi.listNotices, {
    params: { communityId },
    query: { ...(show === 'past' ? { past: true } : {}), ...(category === null ? {} : { category }) },
  });
  return (
    <>
      <Tabs
        label={t('notice.title')}
        tabs={shows.map((value) => ({ value, text: t(`notice.show-${value}`) }))}
        value={show}
        onChange={setShow}
      />
      <Categories value={category} onChange={setCategory} />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t(`notice.none-${show}`)} hint={t(`notice.noneHint-${show}`)} />}
      >
        {(notice) => (
          <NoticeCard notice={notice} acknowledge={acknowledge} onAcknowledged={() => void pages.refresh()} />
        )}
      </InfiniteList>
    </>
  );
};

/** 公告: everything that was written to me, what is in force and what is past. */
export default function NoticesPage() {
  const t = useT();
  return (
    <Page title={t('notice.title')}>
      <MemberOnly>{({ communityId }) => <Notices communityId={communityId} />}</MemberOnly>
    </Page>
  );
}
