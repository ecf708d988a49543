import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Invitation } from '@bandeng/shared/chat/schemas.ts';
import { View } from '@tarojs/components';
import Taro, { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { formatExact } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { useSettings } from '@/platform/settings';
import { webAddress } from '@/platform/web-address';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { QrCode } from '@/ui/qr-code';
import { Select } from '@/ui/select';

const spans = ['1', '7', '30'] as const;
const page = '/chat/pages/invite/index';

/** Makes an invitation and shows it as a code, a link and, in WeChat, as a card to send on. */
export const MakeInvitation = ({ communityId, groupId }: { readonly communityId: string; readonly groupId: string }) => {
  const t = useT();
  const language = useSettings((s) => s.shown);
  const [days, setDays] = useState<(typeof spans)[number]>('7');
  const [made, setMade] = useState<Invitation | null>(null);
  const command = useCommand(chatApi.createInvitation);
  useShareAppMessage(() => ({
    title: made === null ? t('groups.inviteTitle') : made.groupName,
    path: made === null ? '/pages/home/index' : `${page}?community=${communityId}&code=${made.code}`,
  }));
  const make = async () => {
    const outcome = await command.run({ params: { communityId, groupId }, body: { days: Number(days) } });
    if (outcome.ok) setMade(outcome.reply);
  };
  if (made === null)
    return (
      <Card>
        <View className="bd-lead">{t('groups.inviteLead')}</View>
        <Select
          label={t('groups.inviteDays')}
          value={days}
          onChange={setDays}
          choices={spans.map((value) => ({ value, text: t(`groups.days-${value}`) }))}
        />
        <ErrorNote error={command.error} />
        <Button busy={command.busy} retrying={command.retrying} onPress={() => void make()}>
          {t('groups.inviteMake')}
        </Button>
      </Card>
    );
  const link = webAddress(page, { community: communityId, code: made.code });
  const copy = async () => {
    await Taro.setClipboardData({ data: link });
    toast(t('ui.copied'));
  };
  return (
    <Card title={made.groupName} extra={t('groups.inviteUntil', { time: formatExact(made.expiresAt, language) })}>
      <QrCode text={link} label={t('groups.inviteQr')} />
      <View className="bd-lead">{t('groups.inviteLead')}</View>
      <Button kind="outline" onPress={() => void copy()}>
        {t('groups.inviteCopy')}
      </Button>
    </Card>
  );
};
