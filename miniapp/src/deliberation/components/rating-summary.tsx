import { View } from '@tarojs/components';
import type { RatingSummary } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { ProgressBar } from '@/ui/bar';
import { starsWords } from '../words';

/** Average and how many gave each number of stars. */
export const RatingOverview = ({ ratings }: { readonly ratings: RatingSummary }) => {
  const t = useT();
  if (ratings.count === 0) return <View className="bd-muted">{t('deliberation.ratingNone')}</View>;
  return (
    <View className="dl-rating">
      <View className="dl-rating-mean">
        <View className="dl-big bd-num">{starsWords(ratings)}</View>
        <View className="bd-muted">{t('deliberation.ratingCount', { n: ratings.count })}</View>
      </View>
      <View className="dl-rating-bars">
        {[5, 4, 3, 2, 1].map((stars) => {
          const count = ratings.byStars[stars - 1] ?? 0;
          const label = `${t('deliberation.ratingStars', { n: stars })}: ${count}`;
          return (
            <View key={stars} className="dl-rating-line bd-num">
              <View className="dl-rating-name">{stars} ★</View>
              <View className="dl-rating-bar">
                <ProgressBar part={count} whole={ratings.count} tone="amber" label={label} />
              </View>
              <View className="dl-rating-count">{count}</View>
            </View>
          );
        })}
      </View>
    </View>
  );
};
