import { platformApi } from '@bandeng/shared/platform/api.ts';
import { privacyVersion } from '@bandeng/shared/platform/privacy-consent.ts';
import { useState } from 'react';
import { PrivacyText } from '@/account/components/privacy-text';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { useCommand } from '@/platform/command';
import { go, goBack } from '@/platform/navigate';
import { refreshAll } from '@/platform/query';
import { keepMe, useSession } from '@/platform/session';
import { Button } from '@/ui/button';
import { ErrorNote } from '@/ui/error-state';
import { FootButtons } from '@/ui/foot-buttons';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/overlay-store';
import { Page } from '@/ui/page';

/** What is done with personal data: to read at any time, and to agree to when the text has changed. */
export default function Consent() {
  const t = useT();
  const me = useSession((s) => s.me);
  const consent = useCommand(platformApi.consentToPrivacy);
  const [declined, setDeclined] = useState(false);
  const { agreed = null, agreedAt = null } = me?.privacy ?? {};
  const asked = me !== null && (agreed ?? 0) < privacyVersion;
  const agree = async () => {
    const outcome = await consent.run({ body: { version: privacyVersion } });
    if (!outcome.ok) return;
    keepMe(outcome.reply);
    toast(t('privacy.agreed'));
    void refreshAll('/api/');
    goBack();
  };
  const answer = (
    <FootButtons>
      <Button kind="outline" onPress={() => setDeclined(true)}>
        {t('privacy.decline')}
      </Button>
      <Button busy={consent.busy} retrying={consent.retrying} onPress={() => void agree()}>
        {t('privacy.agree')}
      </Button>
    </FootButtons>
  );
  return (
    <Page title={t('privacy.title')} {...(asked ? { footer: answer } : {})}>
      {asked ? <Notice tone="amber">{t('privacy.changed')}</Notice> : null}
      {asked || agreed === null || agreedAt === null ? null : (
        <Notice tone="bamboo">{t('privacy.agreedOn', { n: agreed, day: dayOf(agreedAt) })}</Notice>
      )}
      <PrivacyText />
      <ErrorNote error={consent.error} />
      {declined && asked ? (
        <>
          <Notice tone="slate" live>
            {t('privacy.declined')}
          </Notice>
          <Button kind="outline" onPress={() => go('/account/pages/privacy/index')}>
            {t('privacy.declinedWay')}
          </Button>
        </>
      ) : null}
    </Page>
  );
}
