import { View } from '@tarojs/components';
import { SettingsCard } from '@/account/components/settings-card';
import { WhoCard } from '@/account/components/who-card';
import { useT } from '@/i18n/use-t';
import { signOut } from '@/platform/account';
import { useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { confirm } from '@/ui/overlay-store';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

export default function Me() {
  const t = useT();
  const signedIn = useSession((s) => s.tokens !== null);
  const leave = async () => {
    if (await confirm({ title: t('account.logoutAsk'), confirmText: t('account.logout'), danger: true })) await signOut();
  };
  return (
    <Page title={t('app.me')} tab="me">
      <WhoCard />
      <Section title={t('account.settings')} />
      <SettingsCard />
      {signedIn ? (
        <View>
          <Button kind="outline" onPress={() => void leave()}>
            {t('account.logout')}
          </Button>
        </View>
      ) : null}
    </Page>
  );
}
