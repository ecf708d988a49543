import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { useState } from 'react';
import { CheckCode } from '@/account/components/check-code';
import { useT } from '@/i18n/use-t';
import { useCommand } from '@/platform/command';
import { goBack } from '@/platform/navigate';
import { useQuery } from '@/platform/query';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';

/** The phone's half of a web login: nobody is let in by a scan alone. */
export default function ConfirmWeb() {
  const t = useT();
  const webLoginId = useRouter().params['id'] ?? '';
  const allow = useCommand(platformApi.confirmWebLogin);
  const waiting = useQuery(platformApi.getWebLogin, { params: { webLoginId } });
  const [done, setDone] = useState(false);
  const send = async () => {
    const outcome = await allow.run({ params: { webLoginId } });
    setDone(outcome.ok);
  };
  return (
    <Page
      title={t('account.confirmTitle')}
      footer={
        done ? (
          <Button onPress={goBack}>{t('ui.close')}</Button>
        ) : (
          <FootButtons>
            <Button kind="outline" onPress={goBack}>
              {t('account.confirmDeny')}
            </Button>
            <Button
              busy={allow.busy}
              retrying={allow.retrying}
              disabled={waiting.data === undefined}
              onPress={() => void send()}
            >
              {t('account.confirmAllow')}
            </Button>
          </FootButtons>
        )
      }
    >
      {done ? (
        <Notice tone="bamboo" live>
          {t('account.confirmDone')}
        </Notice>
      ) : (
        <Card>
          <View>{t('account.confirmLead')}</View>
          {waiting.data === undefined ? null : (
            <>
              <View className="bd-gap" />
              <CheckCode code={waiting.data.code} />
              <View className="bd-muted">{t('account.confirmCompare')}</View>
            </>
          )}
        </Card>
      )}
      <ErrorNote error={done ? null : (allow.error ?? waiting.error)} />
    </Page>
  );
}
