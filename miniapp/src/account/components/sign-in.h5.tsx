import { View } from '@tarojs/components';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/error-state';
import { Moment } from '@/ui/moment';
import { Notice } from '@/ui/notice';
import { QrCode } from '@/ui/qr-code';
import { Skeleton } from '@/ui/skeleton';
import { useWebLogin } from '../use-web-login';
import { CheckCode } from './check-code';

/** A browser signs in through the phone: it shows a code that the mini-program confirms. */
export const SignIn = () => {
  const t = useT();
  const { ticket, expired, error, renew } = useWebLogin();
  if (error !== null) return <ErrorState error={error} onRetry={renew} />;
  if (ticket === null) return <Skeleton cards={1} />;
  return (
    <Card title={t('account.webTitle')}>
      <View>{t('account.webLead')}</View>
      <View className="bd-gap" />
      {expired ? (
        <>
          <Notice tone="amber" live>
            {t('account.webExpired')}
          </Notice>
          <Button onPress={renew}>{t('account.webAgain')}</Button>
        </>
      ) : (
        <>
          <QrCode text={ticket.qr} label={t('account.webTitle')} />
          <CheckCode code={ticket.code} />
          <View className="bd-centre bd-muted">
            {t('account.webWaiting')} <Moment at={ticket.expiresAt} as="left" />
          </View>
        </>
      )}
    </Card>
  );
};
