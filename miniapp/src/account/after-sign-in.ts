import { goBack } from '../platform/navigate';
import { useSession } from '../platform/session';
import { t } from '../i18n/use-t';
import { toast } from '../ui/overlay-store';

/** Signed in: says as whom, and goes back to where the person wanted to be. */
export const leaveLogin = (): void => {
  const { me, communityId } = useSession.getState();
  const name = me?.communities.find((c) => c.communityId === communityId)?.name ?? me?.name ?? '';
  toast(t('account.welcome', { name }));
  goBack();
};
