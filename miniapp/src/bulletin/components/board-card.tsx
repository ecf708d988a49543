import { View } from '@tarojs/components';
import type { BoardItem } from '@bandeng/shared/deliberation/schemas.ts';
import { starsWords } from '@/deliberation/words';
import { formatMoney } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { useSettings } from '@/platform/settings';
import { Card } from '@/ui/card';
import { Seal } from '@/ui/seal';

interface BoardCardProps {
  readonly item: BoardItem;
  readonly onPress: () => void;
}

/** A disclosure on the board: what it is about, its day, open objections; or what it cost and how it was rated. */
export const BoardCard = ({ item, onPress }: BoardCardProps) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const { stageId, title, day, days, closed, openObjections, spentFen, ratings } = item;
  const outcome = stageId === 'publish-outcome';
  const facts = [
    closed ? t('home.boardOver') : day === 0 ? t('home.boardFirstDay', { days }) : t('home.boardDay', { day, days }),
    outcome && spentFen > 0 ? t('home.boardSpent', { amount: formatMoney(spentFen, language) }) : '',
    outcome && ratings.count > 0 ? t('home.boardRating', { stars: starsWords(ratings) }) : '',
    outcome && closed ? '' : t('home.boardObjections', { n: openObjections }),
  ];
  return (
    <Card onPress={onPress}>
      <Seal text={t(outcome ? 'deliberation.seal-finished' : 'deliberation.seal-resolved')} place="corner" />
      <View className="bd-card-title dl-beside-seal">
        {title} · {t(`deliberation.stage-${stageId}`)}
      </View>
      <View className="bd-muted bd-num">{facts.filter((text) => text !== '').join(' · ')}</View>
    </Card>
  );
};
