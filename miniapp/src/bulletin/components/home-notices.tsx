import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { LinkText } from '@/ui/link-text';
import { List, Row } from '@/ui/list';
import { MomentText } from '@/ui/moment';
import { Section } from '@/ui/section';
import { NoticeTags } from './notice-tags';
import { openNotice } from './notice-card';

const shown = 3;
/** Enough that some are left when those that wait are taken out. */
const fetched = 20;

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

interface NewestNoticesProps {
  readonly communityId: string;
  /** Shown above already, because they wait for somebody. */
  readonly waiting: readonly NoticeRow[];
}

/** The newest notices for me, and the way to all of them. */
export const NewestNotices = ({ communityId, waiting }: NewestNoticesProps) => {
  const t = useT();
  const query = useQuery(bulletinApi.listNotices, { params: { communityId }, query: { limit: fetched } });
  const items = query.data?.items.filter(({ id }) => !waiting.some((one) => one.id === id)).slice(0, shown);
  const openAll = () => go('/bulletin/pages/notices/index');
  const all = <LinkText onPress={openAll}>{t('home.boardAll')}</LinkText>;
  if (items === undefined) return null;
  return (
    <>
      <Section title={t('notice.title')} extra={all} />
      <List label={t('notice.title')}>
        {items.map((notice) => (
          <NewestRow key={notice.id} notice={notice} />
        ))}
        {items.length === 0 ? <Row title={t('notice.all')} detail={t('notice.allAbout')} onPress={openAll} /> : null}
      </List>
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
