import type { DwellingDelivery } from '@bandeng/shared/bulletin/schemas.ts';
import { View } from '@tarojs/components';
import { KnockChoice } from '@/bulletin/components/knock-choice';
import { useT } from '@/i18n/use-t';
import { toast } from '@/ui/overlay-store';
import { Sheet } from '@/ui/sheet';

interface KnockSheetProps {
  readonly communityId: string;
  readonly noticeId: string;
  readonly version: number;
  readonly door: DwellingDelivery;
  readonly onClose: () => void;
  readonly onRecorded: () => void;
}

/** The author was at the door, or has heard from who was. */
export const KnockSheet = ({ communityId, noticeId, version, door, onClose, onRecorded }: KnockSheetProps) => {
  const t = useT();
  const title = t('notice.recordKnockFor', { label: door.label });
  return (
    <Sheet open title={title} onClose={onClose}>
      <View className="bd-muted">
        {door.people.length === 0
          ? t('notice.nobodyRegistered')
          : t('notice.registeredPeople', { names: door.people.join('、') })}
      </View>
      <KnockChoice
        communityId={communityId}
        noticeId={noticeId}
        version={version}
        dwellingId={door.dwellingId}
        label={door.label}
        result={door.knock?.result ?? null}
        note={door.knock?.note ?? ''}
        onRecorded={({ result }) => {
          if (result !== null) toast(t(`notice.knock-${result}`));
          onRecorded();
          onClose();
        }}
        onOutdated={onRecorded}
      />
    </Sheet>
  );
};
