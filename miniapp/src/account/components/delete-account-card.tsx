import { View } from '@tarojs/components';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { replaceWith } from '@/platform/navigate';
import { endSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { confirm, toast } from '@/ui/overlay-store';

/** Forgets the person on the server and on this device. What goes and what stays is said before, twice. */
export const DeleteAccountCard = () => {
  const t = useT();
  const erase = useCommand(platformApi.deleteAccount);
  const send = async () => {
    const sure = await confirm({
      title: t('mine.eraseAsk'),
      text: `${t('mine.eraseGoes')}\n${t('mine.eraseStays')}`,
      confirmText: t('mine.erase'),
      danger: true,
    });
    if (!sure) return;
    const outcome = await erase.run({ body: { confirm: 'delete-my-account' } });
    if (!outcome.ok) return;
    endSession();
    toast(t('mine.erased'));
    replaceWith('/pages/me/index');
  };
  return (
    <Card title={t('mine.erase')}>
      <View className="dl-point">{t('mine.eraseGoes')}</View>
      <View className="dl-point">{t('mine.eraseStays')}</View>
      <View className="bd-gap" />
      <ErrorNote error={erase.error} />
      <Button kind="danger" busy={erase.busy} retrying={erase.retrying} onPress={() => void send()}>
        {t('mine.erase')}
      </Button>
    </Card>
  );
};
