import { View } from '@tarojs/components';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { ApiError, localError } from '@/platform/api-error';
import { useCommand } from '@/platform/command';
import { signInWithWechat } from '@/platform/login';
import { keepMe, useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { leaveLogin } from '../after-sign-in';

const BindPhone = () => {
  const t = useT();
  const bind = useCommand(platformApi.bindPhone);
  const send = async (code: string) => {
    const outcome = await bind.run({ body: { code } });
    if (!outcome.ok) return;
    keepMe(outcome.reply);
    toast(t('account.bound'));
    leaveLogin();
  };
  return (
    <Card title={t('account.bindPhone')}>
      <View>{t('account.bindPhoneLead')}</View>
      <View className="bd-gap" />
      <ErrorNote error={bind.error} />
      <Button busy={bind.busy} retrying={bind.retrying} onPhoneCode={(code) => void send(code)}>
        {t('account.bindPhoneButton')}
      </Button>
      <Button kind="plain" onPress={leaveLogin}>
        {t('account.bindLater')}
      </Button>
    </Card>
  );
};

/** First WeChat's own account, then the phone number, which the register recognises. */
export const SignIn = () => {
  const t = useT();
  const { tokens, me } = useSession();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  if (tokens !== null && me !== null) return me.phone === null ? <BindPhone /> : null;
  const signIn = async () => {
    setBusy(true);
    setError(null);
    try {
      await signInWithWechat();
    } catch (reason) {
      setError(reason instanceof ApiError ? reason : localError('network-lost'));
    }
    setBusy(false);
  };
  return (
    <Card>
      <View>{t('account.loginLead')}</View>
      <View className="bd-gap" />
      <ErrorNote error={error} />
      <Button busy={busy} onPress={() => void signIn()}>
        {t('account.loginWechat')}
      </Button>
    </Card>
  );
};
