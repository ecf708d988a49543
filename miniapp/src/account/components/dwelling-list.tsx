import { View } from '@tarojs/components';
import { communityApi } from '@bandeng/shared/community/api.ts';
import type { MyPlace } from '@bandeng/shared/community/schemas.ts';
import { formatArea } from '@/i18n/amount';
import { useT } from '@/i18n/use-t';
import { dayOf, formatDay } from '@/i18n/when';
import { loadMe } from '@/platform/account';
import { useCommand } from '@/platform/command';
import { useSettings } from '@/platform/settings';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { ErrorNote } from '@/ui/error-state';
import { confirm, toast } from '@/ui/overlay-store';
import { Tag } from '@/ui/tag';
import { useNow } from '@/ui/use-now';

interface DwellingListProps {
  readonly communityId: string;
  readonly dwellings: MyPlace['dwellings'];
  readonly onChanged: () => void;
}

/** My dwellings with what I am in each, and moving out. */
export const DwellingList = ({ communityId, dwellings, onChanged }: DwellingListProps) => {
  const t = useT();
  const now = useNow();
  const language = useSettings((s) => s.shown);
  const move = useCommand(communityApi.moveOut);
  const leave = async ({ tenureId, label }: MyPlace['dwellings'][number]) => {
    const sure = await confirm({
      title: t('mine.moveOutAsk', { label }),
      text: t('mine.moveOutText'),
      confirmText: t('mine.moveOut'),
      danger: true,
    });
    if (!sure) return;
    const outcome = await move.run({ params: { communityId, tenureId }, body: { reason: '' } });
    if (!outcome.ok) return;
    toast(t('mine.moveOutDone'));
    await loadMe();
    onChanged();
  };
  if (dwellings.length === 0)
    return <EmptyState title={t('mine.dwellingsNone')} hint={t('mine.dwellingsNoneHint')} />;
  return (
    <>
      <ErrorNote error={move.error} />
      {dwellings.map((dwelling) => (
        <Card key={dwelling.tenureId} title={dwelling.label}>
          <View>
            <Tag tone="bamboo">{t(`mine.tenure-${dwelling.kind}`)}</Tag>
          </View>
          <View className="bd-muted bd-num">
            {t('mine.area', { area: formatArea(dwelling.areaCentiM2, language) })} ·{' '}
            {t('mine.since', { day: formatDay(dayOf(dwelling.from), now, language) })}
          </View>
          <View className="dl-actions">
            <Button kind="outline" small busy={move.busy} label={`${t('mine.moveOut')}: ${dwelling.label}`} onPress={() => void leave(dwelling)}>
              {t('mine.moveOut')}
            </Button>
          </View>
        </Card>
      ))}
    </>
  );
};
