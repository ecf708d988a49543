import { View } from '@tarojs/components';
import { DemoAccounts } from '@/account/components/demo-accounts';
import { SignIn } from '@/account/components/sign-in';
import { useT } from '@/i18n/use-t';
import { Page } from '@/ui/page';

export default function Login() {
  const t = useT();
  return (
    <Page title={t('account.loginTitle')}>
      <SignIn />
      <DemoAccounts />
      <View className="bd-muted">{t('account.privacyNote')}</View>
    </Page>
  );
}
