import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterPage, Rating } from '@bandeng/shared/deliberation/schemas.ts';
import { MemberOnly } from '@/account/components/member-only';
import { RatingForm } from '@/deliberation/components/rating-form';
import { RatingOverview } from '@/deliberation/components/rating-summary';
import { Stars } from '@/deliberation/components/stars';
import { useMatter } from '@/deliberation/queries';
import { useT } from '@/i18n/use-t';
import { usePages } from '@/platform/pages-query';
import { Await } from '@/ui/await';
import { Card } from '@/ui/card';
import { InfiniteList } from '@/ui/infinite-list';
import { Moment } from '@/ui/moment';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

const RatingCard = ({ rating }: { readonly rating: Rating }) => (
  <Card>
    <View className="dl-line">
      <View className="bd-row-main">
        <Stars stars={rating.stars} />
      </View>
      <View className="bd-muted">
        <Moment at={rating.at} as="ago" />
      </View>
    </View>
    {rating.text === '' ? null : <View className="dl-text">{rating.text}</View>}
    <View className="bd-muted">{rating.by.label}</View>
  </Card>
);

/** 群众评价: one's own, the average, and what others say. */
export default function RatingPage() {
  const t = useT();
  const matterId = useRouter().params['matter'] ?? '';
  const state = useMatter(matterId);
  const { communityId, apply, replace } = state;
  const pages = usePages(deliberationApi.listRatings, communityId === '' ? null : { params: { communityId, matterId } });
  const content = (page: MatterPage) => (
    <>
      {page.allowed.some(({ action }) => action === 'rate') ? (
        <RatingForm
          communityId={communityId}
          page={page}
          onRated={(reply, mine) => {
            apply(reply);
            replace((now) => (now === undefined ? now : { ...now, myRating: mine }));
            void pages.refresh();
          }}
        />
      ) : null}
      <Card title={t('deliberation.ratingTitle')}>
        <RatingOverview ratings={page.matter.ratings} />
      </Card>
      <Section title={t('deliberation.ratingOthers')} />
      <InfiniteList
        pages={pages}
        keyOf={({ id }) => id}
        empty={<View className="bd-muted">{t('deliberation.ratingNone')}</View>}
      >
        {(rating) => <RatingCard rating={rating} />}
      </InfiniteList>
    </>
  );
  return (
    <Page title={t('deliberation.ratingTitle')}>
      <MemberOnly>{() => <Await query={state}>{content}</Await>}</MemberOnly>
    </Page>
  );
}
