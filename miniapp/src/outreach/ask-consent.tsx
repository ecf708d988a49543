import type { SubscriptionTemplate } from '@bandeng/shared/outreach/vocabulary.ts';
import { useT } from '@/i18n/use-t';
import { Button } from '@/ui/button';
import { toast } from '@/ui/overlay-store';
import { listAskable } from './consents';
import { useConsent } from './use-consent';

/** Offers one WeChat message of a kind, where the person has just seen what it is good for; nothing where it cannot be given. */
export const AskConsent = ({ template }: { readonly template: SubscriptionTemplate }) => {
  const t = useT();
  const consent = useConsent([template]);
  const outreach = consent.query.data;
  const left = outreach?.quotas.find((quota) => quota.template === template)?.remaining ?? 0;
  if (!consent.canAsk || outreach === undefined || left > 0 || listAskable(outreach, [template]).length === 0) return null;
  const ask = async () => {
    await consent.ask(true);
    toast(t('outreach.asked'));
  };
  return (
    <Button kind="plain" busy={consent.command.busy} onPress={() => void ask()}>
      {t(`outreach.ask-${template}`)}
    </Button>
  );
};
