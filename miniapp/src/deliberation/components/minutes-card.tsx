import { View } from '@tarojs/components';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import type { MatterReply, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { FileList } from '@/ui/file-list';
import { MomentText } from '@/ui/moment';
import { confirm, toast } from '@/ui/overlay-store';
import { Tag } from '@/ui/tag';

interface MinutesCardProps {
  readonly communityId: string;
  readonly session: SessionView;
  readonly maySign: boolean;
  readonly apply: (reply: MatterReply) => void;
}

/** The minutes with the names of those who have signed this very wording. */
export const MinutesCard = ({ communityId, session, maySign, apply }: MinutesCardProps) => {
  const t = useT();
  const sign = useCommand(deliberationApi.signMinutes);
  const { minutes, status } = session;
  if (minutes === null) {
    return status === 'convened' || status === 'cancelled' ? null : (
      <Card title={t('deliberation.minutesTitle')}>
        <View className="bd-muted">{t('deliberation.minutesNone')}</View>
      </Card>
    );
  }
  const send = async () => {
    const sure = await confirm({
      title: t('deliberation.minutesSignAsk'),
      text: t('deliberation.minutesSignHint'),
      confirmText: t('deliberation.minutesSign'),
    });
    if (!sure) return;
    const outcome = await sign.run({ params: { communityId, sessionId: session.id }, body: { version: minutes.version } });
    if (!outcome.ok) return;
    apply(outcome.reply);
    toast(t('deliberation.minutesSignDone'));
  };
  return (
    <Card
      title={t('deliberation.minutesTitle')}
      extra={
        minutes.lockedAt === null
          ? t('deliberation.minutesVersion', { n: minutes.version })
          : t('deliberation.minutesLocked')
      }
    >
      <View className="dl-text">{minutes.text}</View>
      {minutes.files.length === 0 ? null : <FileList communityId={communityId} files={minutes.files} />}
      <View className="dl-block bd-muted">
        {t('deliberation.minutesSigned', { n: minutes.signatures.length, of: minutes.signers })}
      </View>
      <View>
        {minutes.signatures.map(({ residentId, name, at }, index) => (
          // Who signed a meeting of party members is told only to those who may read its roll.
          <Tag key={residentId === '' ? index : residentId} tone="bamboo">
            ✓ {name === '' ? t('deliberation.signedMark') : name} <MomentText at={at} as="ago" />
          </Tag>
        ))}
      </View>
      <View className="bd-gap" />
      <ErrorNote error={sign.error} />
      {maySign ? (
        <Button busy={sign.busy} retrying={sign.retrying} onPress={() => void send()}>
          {t('deliberation.minutesSign')}
        </Button>
      ) : null}
    </Card>
  );
};
