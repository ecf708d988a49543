import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useSession } from '@/platform/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

export default function Hall() {
  const t = useT();
  const signedIn = useSession((s) => s.tokens !== null);
  return (
    <Page title={t('app.hall')} tab="hall">
      <Section title={t('app.matters')} />
      {signedIn ? (
        <EmptyState title={t('app.waitingNothing')} hint={t('app.waitingNothingHint')} />
      ) : (
        <EmptyState
          title={t('app.signInFirst')}
          hint={t('app.signInHint')}
          action={{ text: t('account.login'), onPress: () => go('/account/pages/login/index') }}
        />
      )}
    </Page>
  );
}
