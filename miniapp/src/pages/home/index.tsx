import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useMembership, useSession } from '@/platform/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

export default function Home() {
  const t = useT();
  const membership = useMembership();
  const signedIn = useSession((s) => s.tokens !== null);
  return (
    <Page title={membership?.communityName ?? t('app.name')} tab="home">
      <Section title={t('app.waiting')} />
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
