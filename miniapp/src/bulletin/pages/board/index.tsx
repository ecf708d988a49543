import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { BoardCard } from '@/bulletin/components/board-card';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { usePages } from '@/platform/pages-query';
import { useQuery } from '@/platform/query';
import { EmptyState } from '@/ui/empty-state';
import { InfiniteList } from '@/ui/infinite-list';
import { Page } from '@/ui/page';

/** 公开栏: all disclosures of a community, for anyone who holds its code. */
export default function Board() {
  const t = useT();
  const token = useRouter().params['token'] ?? '';
  const input = token === '' ? null : { params: { token } };
  const pages = usePages(deliberationApi.getPublicBoard, input);
  const first = useQuery(deliberationApi.getPublicBoard, input === null ? null : { ...input, query: { limit: 1 } });
  const community = first.data?.communityName;
  const missing = token === '' || pages.error?.status === 404;
  return (
    <Page title={community === undefined ? t('bulletin.title') : t('bulletin.boardOf', { community })}>
      <View className="dl-lead">{t('bulletin.lead')}</View>
      {missing ? (
        <EmptyState title={t('bulletin.notFound')} />
      ) : (
        <InfiniteList
          pages={pages}
          keyOf={({ disclosureId }) => disclosureId}
          empty={<EmptyState title={t('bulletin.empty')} hint={t('bulletin.emptyHint')} />}
        >
          {(item) => (
            <BoardCard
              item={item}
              onPress={() => go('/bulletin/pages/disclosure/index', { token: item.publicToken })}
            />
          )}
        </InfiniteList>
      )}
    </Page>
  );
}
