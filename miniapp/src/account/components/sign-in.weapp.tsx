import { View } from '@tarojs/components';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { privacyVersion } from '@bandeng/shared/platform/privacy-consent.ts';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { ApiError, localError } from '@/platform/api-error';
import { useCommand } from '@/platform/command';
import { signInWithWechat } from '@/platform/login';
import { goBack } from '@/platform/navigate';
import { keepMe, useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Checkbox } from '@/ui/checks';
import { ErrorNote } from '@/ui/error-state';
import { toast } from '@/ui/overlay-store';
import { leaveLogin } from '../after-sign-in';
import { PrivacyText } from './privacy-text';

const BindPhone = () => {
  const t = useT();
  const bind = useCommand(platformApi.bindPhone);
  const [agreed, setAgreed] = useState(false);
  const send = async (code: string) => {
    const outcome = await bind.run({ body: { code, consent: privacyVersion } });
    if (!outcome.ok) return;
    keepMe(outcome.reply);
    toast(t('account.bound'));
    leaveLogin();
  };
  return (
    <Card title={t('account.bindPhone')}>
      <View>{t('account.bindPhoneLead')}</View>
      <View className="bd-gap" />
      <Checkbox label={t('privacy.phoneTick')} detail={t('privacy.phoneWhy')} value={agreed} onChange={setAgreed} />
      <ErrorNote error={bind.error} />
      <Button disabled={!agreed} busy={bind.busy} retrying={bind.retrying} onPhoneCode={(code) => void send(code)}>
        {t('account.bindPhoneButton')}
      </Button>
      <Button kind="plain" onPress={leaveLogin}>
        {t('account.bindLater')}
      </Button>
    </Card>
  );
};

/** First the text to agree to, where that is still needed, and WeChat's own account; then the phone number, which the register recognises. */
export const SignIn = () => {
  const t = useT();
  const { tokens, me } = useSession();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [asked, setAsked] = useState(false);
  if (tokens !== null && me !== null) return me.phone === null ? <BindPhone /> : null;
  const signIn = async (consent?: number) => {
    setBusy(true);
    setError(null);
    try {
      await signInWithWechat(consent);
    } catch (reason) {
      if (reason instanceof ApiError && reason.code === 'privacy-consent-needed') setAsked(true);
      else setError(reason instanceof ApiError ? reason : localError('network-lost'));
    }
    setBusy(false);
  };
  if (asked) {
    return (
      <>
        <PrivacyText />
        <ErrorNote error={error} />
        <Button busy={busy} onPress={() => void signIn(privacyVersion)}>
          {t('privacy.agreeAndSignIn')}
        </Button>
        <Button kind="plain" onPress={goBack}>
          {t('privacy.decline')}
        </Button>
      </>
    );
  }
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
