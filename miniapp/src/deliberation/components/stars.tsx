import { Text, View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { aria } from '@/ui/aria';
import { cx } from '@/ui/cx';
import { Press } from '@/ui/press';

const fiveStars = [1, 2, 3, 4, 5] as const;

/** Filled and empty stars with the number in words for a screen reader. */
export const Stars = ({ stars }: { readonly stars: number }) => {
  const t = useT();
  return (
    <Text className="dl-stars" {...aria({ role: 'img', label: t('deliberation.ratingStars', { n: stars }) })}>
      {fiveStars.map((n) => (n <= stars ? '★' : '☆')).join('')}
    </Text>
  );
};

interface StarInputProps {
  readonly value: number;
  readonly onChange: (stars: number) => void;
}

/** One to five, each a target of its own with its word. 0: nothing chosen. */
export const StarInput = ({ value, onChange }: StarInputProps) => {
  const t = useT();
  const chosen = fiveStars.find((n) => n === value);
  return (
    <View {...aria({ role: 'radiogroup', label: t('deliberation.ratingTitle') })}>
      <View className="dl-star-row">
        {fiveStars.map((n) => (
          <Press
            key={n}
            className={cx('dl-star', n <= value && 'is-on')}
            role="radio"
            checked={n === value}
            label={`${t('deliberation.ratingStars', { n })}, ${t(`deliberation.ratingWord-${n}`)}`}
            onPress={() => onChange(n)}
          >
            {n <= value ? '★' : '☆'}
          </Press>
        ))}
      </View>
      <View className="dl-star-word" {...aria({ live: 'polite' })}>
        {chosen === undefined ? '' : t(`deliberation.ratingWord-${chosen}`)}
      </View>
    </View>
  );
};
