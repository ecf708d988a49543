import { View } from '@tarojs/components';
import type { MatterPage } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Card } from '@/ui/card';
import { List, Row } from '@/ui/list';
import { Stars } from './stars';
import { RatingOverview } from './rating-summary';

/** What belongs to a matter and has pages of its own: rating, comments, record. */
export const MatterLinks = ({ page }: { readonly page: MatterPage }) => {
  const t = useT();
  const { matter, myRating, allowed } = page;
  const { head, ratings, comments } = matter;
  const params = { matter: head.id };
  const rateable = ratings.count > 0 || allowed.some(({ action }) => action === 'rate');
  return (
    <>
      {rateable ? (
        <Card title={t('deliberation.ratingTitle')} onPress={() => go('/deliberation/pages/rating/index', params)}>
          <RatingOverview ratings={ratings} />
          {myRating === null ? null : (
            <View className="bd-muted">
              {t('deliberation.ratingMine')}: <Stars stars={myRating.stars} />
            </View>
          )}
        </Card>
      ) : null}
      {head.status === 'draft' ? null : (
        <List>
          <Row
            title={t('deliberation.commentsTitle')}
            value={t('deliberation.commentsCount', { n: comments })}
            onPress={() => go('/deliberation/pages/comments/index', params)}
          />
          <Row
            title={t('deliberation.recordTitle')}
            detail={t('deliberation.recordLead')}
            onPress={() => go('/deliberation/pages/record/index', params)}
          />
        </List>
      )}
    </>
  );
};
