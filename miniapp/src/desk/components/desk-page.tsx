import type { Role } from '@bandeng/shared/community/vocabulary.ts';
import type { ReactNode } from 'react';
import { useT } from '@/i18n/use-t';
import { go } from '@/platform/navigate';
import { useMembership, useSession, type Membership } from '@/platform/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import '../desk.scss';

interface DeskPageProps {
  readonly title: string;
  /** Who has this desk; everybody in the community when left out. What exactly they may do, the server says. */
  readonly roles?: readonly Role[];
  readonly wide?: boolean;
  readonly action?: ReactNode;
  /** Stays in sight at the bottom; only where the content is shown too. */
  readonly footer?: ReactNode;
  readonly children: (member: Membership) => ReactNode;
}

/** The frame of a work desk: only for members who hold one of its roles. */
export const DeskPage = ({ title, roles, wide = true, action, footer, children }: DeskPageProps) => {
  const t = useT();
  const signedIn = useSession((s) => s.tokens !== null);
  const member = useMembership();
  const content = () => {
    if (!signedIn || member === null) {
      const login = { text: t('account.login'), onPress: () => go('/account/pages/login/index') };
      return <EmptyState title={t('desk.signIn')} hint={t('desk.signInHint')} action={login} />;
    }
    if (roles !== undefined && !roles.some((role) => member.roles.includes(role)))
      return <EmptyState title={t('desk.notYours')} hint={t('desk.notYoursHint')} />;
    return children(member);
  };
  return (
    <Page title={title} wide={wide} action={action} footer={footer}>
      {content()}
    </Page>
  );
};
