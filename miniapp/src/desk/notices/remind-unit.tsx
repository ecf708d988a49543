import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Delivery } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { toast } from '@/ui/overlay-store';
import { useNow } from '@/ui/use-now';
import { RemindButton } from './remind-button';

interface RemindUnitProps {
  readonly communityId: string;
  readonly noticeId: string;
  readonly unit: Pick<Delivery['units'][number], 'areaId' | 'label' | 'remindable' | 'nextReminderAt'>;
  readonly onReminded: () => void;
}

/** Reminds the dwellings of one unit in one tap, or says when that may be done again. */
export const RemindUnit = ({ communityId, noticeId, unit, onReminded }: RemindUnitProps) => {
  const t = useT();
  const now = useNow();
  const remind = useCommand(bulletinApi.remindUnit);
  const { areaId, label, remindable: n, nextReminderAt } = unit;
  const laterAt = nextReminderAt !== null && nextReminderAt > now ? nextReminderAt : null;
  if (n === 0 && laterAt === null) return null;
  const send = async () => {
    const outcome = await remind.run({ params: { communityId, noticeId, areaId } });
    if (outcome.ok) toast(t('notice.reminded', { people: outcome.reply.people }));
    onReminded();
  };
  return (
    <View className="dn-remind-unit">
      <RemindButton kind="outline" command={remind} laterAt={laterAt} label={t('notice.remindUnitFor', { label, n })} onPress={() => void send()}>
        {n === 0 ? t('notice.remindDoor') : t('notice.remindUnit', { n })}
      </RemindButton>
    </View>
  );
};
