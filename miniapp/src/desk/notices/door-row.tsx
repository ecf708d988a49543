import { isReached } from '@bandeng/shared/bulletin/delivery.ts';
import type { DwellingDelivery, NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import type { DeliveryState } from '@bandeng/shared/bulletin/vocabulary.ts';
import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { Tag, type Tone } from '@/ui/tag';
import { RemindDoor } from './remind-door';

const tones: Readonly<Record<DeliveryState, Tone>> = {
  acknowledged: 'bamboo',
  read: 'slate',
  'not-reached': 'slate',
  'not-registered': 'slate',
};

interface DoorRowProps {
  readonly communityId: string;
  readonly notice: Pick<NoticeRow, 'id' | 'needsAck'>;
  readonly door: DwellingDelivery;
  /** Whether single doors may be reminded. */
  readonly reminds: boolean;
  readonly onReminded: () => void;
  /** Null where nothing can be recorded any more. */
  readonly onKnock: (() => void) | null;
}

/** One dwelling: how far the notice came, who is registered, who was sent to the door. */
export const DoorRow = ({ communityId, notice, door, reminds, onReminded, onKnock }: DoorRowProps) => {
  const t = useT();
  const { label, state, people, knock } = door;
  const reached = isReached(state, notice.needsAck);
  const told = reached && knock?.result === 'told';
  const about =
    knock === null
      ? people.join('、')
      : knock.result === null
        ? t('notice.knockWaiting', { helper: knock.helper })
        : t('notice.knockDone', { helper: knock.helper, result: t(`notice.knock-${knock.result}`) });
  return (
    <View className="dn-door">
      <View className="bd-row-main">
        <View className="bd-num">
          {label} <Tag tone={tones[state]}>{t(`notice.state-${state}`)}</Tag>
        </View>
        {about === '' ? null : <View className="bd-muted">{about}</View>}
        {knock === null || knock.note === '' ? null : <View className="bd-muted">{knock.note}</View>}
      </View>
      <View className="dn-door-end">
        {told ? (
          <View className="dn-told">{t('notice.knock-told')} ✓</View>
        ) : reached ? null : (
          <>
            {reminds && people.length > 0 ? (
              <RemindDoor communityId={communityId} noticeId={notice.id} door={door} onReminded={onReminded} />
            ) : null}
            {onKnock === null ? null : (
              <Button kind="plain" small label={t('notice.recordKnockFor', { label })} onPress={onKnock}>
                {t('notice.recordKnock')}
              </Button>
            )}
          </>
        )}
      </View>
    </View>
  );
};
