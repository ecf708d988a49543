import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Delivery } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { MomentText } from '@/ui/moment';
import { confirm, toast } from '@/ui/overlay-store';
import { useNow } from '@/ui/use-now';
import { countRemindable, nextRemindable, remindState } from './delivery-facts';

interface RemindFootProps {
  readonly communityId: string;
  readonly delivery: Delivery;
  readonly onReminded: () => void;
}

/** '一键提醒 16 户', or why not now. */
export const RemindFoot = ({ communityId, delivery, onReminded }: RemindFootProps) => {
  const t = useT();
  const now = useNow();
  const remind = useCommand(bulletinApi.remindReaders);
  const state = remindState(delivery, now);
  const { notice, reminder } = delivery;
  const nextReminderAt = nextRemindable(delivery);
  const n = countRemindable(delivery);
  const send = async () => {
    const sure = await confirm({
      title: t('notice.remindAsk', { n }),
      text: t('notice.remindText', reminder),
      confirmText: t('notice.remindConfirm'),
    });
    if (!sure) return;
    const outcome = await remind.run({ params: { communityId, noticeId: notice.id } });
    if (!outcome.ok) return;
    toast(t('notice.reminded', { people: outcome.reply.people }));
    onReminded();
  };
  return (
    <>
      <ErrorNote error={remind.error} />
      {state === 'ready' ? null : (
        <View className="dn-foot-note">
          {state === 'later' && nextReminderAt !== null ? (
            <>
              {t('notice.remindLater')} <MomentText at={nextReminderAt} />
            </>
          ) : (
            t(state === 'nobody' ? 'notice.remindNobody' : 'notice.remindOver')
          )}
        </View>
      )}
      <FootButtons>
        <Button disabled={state !== 'ready'} busy={remind.busy} retrying={remind.retrying} onPress={() => void send()}>
          {t('notice.remind', { n })}
        </Button>
      </FootButtons>
    </>
  );
};
