import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Delivery } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { MomentText } from '@/ui/moment';
import { toast } from '@/ui/overlay-store';
import { useNow } from '@/ui/use-now';

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
  const later = nextReminderAt !== null && nextReminderAt > now;
  if (n === 0 && !later) return null;
  const send = async () => {
    const outcome = await remind.run({ params: { communityId, noticeId, areaId } });
    if (outcome.ok) toast(t('notice.reminded', { people: outcome.reply.people }));
    onReminded();
  };
  return (
    <View className="dn-remind-unit">
      <Button
        kind="outline"
        small
        disabled={later}
        busy={remind.busy}
        retrying={remind.retrying}
        label={t('notice.remindUnitFor', { label, n })}
        onPress={() => void send()}
      >
        {n === 0 ? t('notice.remindDoor') : t('notice.remindUnit', { n })}
      </Button>
      {later ? (
        <View className="dn-later">
          {t('notice.remindDoorLater')} <MomentText at={nextReminderAt} />
        </View>
      ) : null}
      <ErrorNote error={remind.error} />
    </View>
  );
};
