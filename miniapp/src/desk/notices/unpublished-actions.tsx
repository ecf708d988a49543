import { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { Notice } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { goBack } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { confirm, toast } from '@/ui/overlay-store';

interface UnpublishedActionsProps {
  readonly communityId: string;
  readonly notice: Notice;
  /** It is no longer what the page shows; what was typed is dropped. */
  readonly onGone: () => void;
}

/** Takes a notice off the schedule, or throws it away before anybody has seen it. */
export const UnpublishedActions = ({ communityId, notice, onGone }: UnpublishedActionsProps) => {
  const t = useT();
  const unschedule = useCommand(bulletinApi.unscheduleNotice);
  const discard = useCommand(bulletinApi.discardNotice);
  const params = { communityId, noticeId: notice.id };
  const end = (text: string) => {
    onGone();
    toast(text);
    goBack();
  };
  const stop = async () => {
    if ((await unschedule.run({ params })).ok) end(t('notice.unscheduled'));
  };
  const throwAway = async () => {
    if (!(await confirm({ title: t('notice.discardAsk'), confirmText: t('notice.discard'), danger: true }))) return;
    if ((await discard.run({ params })).ok) end(t('notice.discarded'));
  };
  return (
    <View className="dn-more">
      <ErrorNote error={unschedule.error ?? discard.error} />
      <View className="desk-buttons">
        {notice.allowed.includes('unschedule') ? (
          <Button
            kind="outline"
            small
            busy={unschedule.busy}
            retrying={unschedule.retrying}
            onPress={() => void stop()}
          >
            {t('notice.unschedule')}
          </Button>
        ) : null}
        {notice.allowed.includes('discard') ? (
          <Button kind="danger" small busy={discard.busy} retrying={discard.retrying} onPress={() => void throwAway()}>
            {t('notice.discard')}
          </Button>
        ) : null}
      </View>
    </View>
  );
};
