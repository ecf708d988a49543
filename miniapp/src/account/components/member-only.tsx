import type { ReactNode } from 'react';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useMembership, useSession, type Membership } from '@/platform/session';
import { EmptyState } from '@/ui/empty-state';
import { Skeleton } from '@/ui/skeleton';

/** What only members see: a visitor is led to the sign-in, somebody without a community to the claim of a dwelling. */
export const MemberOnly = ({ children }: { readonly children: (member: Membership) => ReactNode }) => {
  const t = useT();
  const { tokens, me } = useSession();
  const member = useMembership();
  if (member !== null) return <>{children(member)}</>;
  if (tokens === null) {
    const action = { text: t('account.login'), onPress: () => go('/account/pages/login/index') };
    return <EmptyState title={t('app.signInFirst')} hint={t('app.signInHint')} action={action} />;
  }
  if (me === null) return <Skeleton />;
  const action = { text: t('home.join'), onPress: () => go('/account/pages/claim/index') };
  return <EmptyState title={t('home.joinTitle')} hint={t('home.joinHint')} action={action} />;
};
