import { DemoAccounts } from '@/account/components/demo-accounts';
import { SignIn } from '@/account/components/sign-in';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';

export default function Login() {
  const t = useT();
  return (
    <Page title={t('account.loginTitle')}>
      <SignIn />
      <DemoAccounts />
      <Button kind="plain" onPress={() => go('/account/pages/consent/index')}>
        {t('privacy.title')}
      </Button>
    </Page>
  );
}
