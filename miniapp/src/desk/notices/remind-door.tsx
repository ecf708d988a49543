import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { DwellingDelivery } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { toast } from '@/ui/overlay-store';
import { useNow } from '@/ui/use-now';
import { RemindButton } from './remind-button';

interface RemindDoorProps {
  readonly communityId: string;
  readonly noticeId: string;
  readonly door: Pick<DwellingDelivery, 'dwellingId' | 'label' | 'nextReminderAt'>;
  readonly onReminded: () => void;
}

/** '再次提醒' for one dwelling in one tap, or when it may be reminded again. */
export const RemindDoor = ({ communityId, noticeId, door, onReminded }: RemindDoorProps) => {
  const t = useT();
  const now = useNow();
  const remind = useCommand(bulletinApi.remindDwelling);
  const { dwellingId, label, nextReminderAt } = door;
  const laterAt = nextReminderAt !== null && nextReminderAt > now ? nextReminderAt : null;
  const send = async () => {
    const outcome = await remind.run({ params: { communityId, noticeId, dwellingId } });
    if (outcome.ok) toast(t('notice.reminded', { people: outcome.reply.people }));
    // Refused, somebody has answered or reminded meanwhile: the row shows it then.
    onReminded();
  };
  return (
    <View>
      <RemindButton kind="plain" command={remind} laterAt={laterAt} label={t('notice.remindDoorFor', { label })} onPress={() => void send()}>
        {t('notice.remindDoor')}
      </RemindButton>
    </View>
  );
};
