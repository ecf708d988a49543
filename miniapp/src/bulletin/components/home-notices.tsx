import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { EmptyState } from '@/ui/empty-state';
import { LinkText } from '@/ui/link-text';
import { List, Row } from '@/ui/list';
import { MomentText } from '@/ui/moment';
import { Section } from '@/ui/section';
import { NoticeTags } from './notice-tags';
import { openNotice } from './notice-card';

const shown = 3;

const NewestRow = ({ notice }: { readonly notice: NoticeRow }) => {
  const { title, by, publishedAt, id } = notice;
  return (
    <Row
      title={
        <>
          <NoticeTags notice={notice} />
          {title}
        </>
      }
      detail={
        <>
          {by.label}
          {publishedAt === null ? null : (
            <>
              {' · '}
              <MomentText at={publishedAt} as="ago" />
            </>
          )}
        </>
      }
      onPress={() => openNotice(id)}
    />
  );
};

/** The newest notices for me, and the way to all of them. */
export const NewestNotices = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const query = useQuery(bulletinApi.listNotices, { params: { communityId }, query: { limit: shown } });
  const items = query.data?.items;
  const all = <LinkText onPress={() => go('/bulletin/pages/notices/index')}>{t('home.boardAll')}</LinkText>;
  if (items === undefined) return null;
  return (
    <>
      <Section title={t('notice.title')} extra={all} />
      {items.length === 0 ? (
        <EmptyState title={t('notice.none-now')} hint={t('notice.noneHint-now')} />
      ) : (
        <List label={t('notice.title')}>
          {items.map((notice) => (
            <NewestRow key={notice.id} notice={notice} />
          ))}
        </List>
      )}
    </>
  );
};

/** For helpers: how many doors wait, as long as some do. */
export const OpenKnocks = ({ communityId }: { readonly communityId: string }) => {
  const t = useT();
  const query = useQuery(bulletinApi.listMyKnocks, { params: { communityId }, query: { open: true, limit: 1 } });
  if (query.data === undefined || query.data.items.length === 0) return null;
  return (
    <List label={t('notice.knocks')}>
      <Row
        title={t('notice.knocks')}
        detail={t('notice.knocksWait', { title: query.data.items[0]?.noticeTitle ?? '' })}
        onPress={() => go('/bulletin/pages/knocks/index')}
      />
    </List>
  );
};
