import { useT } from '@/i18n/use-t';
import { formatWhen } from '@/i18n/when';
import { useSettings } from '@/platform/settings';
import { useNow } from '@/ui/use-now';
import { lastInstant } from '../words';

/** 今晚 20:00 截止. */
export const Until = ({ at }: { readonly at: number }) => {
  const t = useT();
  const now = useNow();
  const language = useSettings((s) => s.language);
  return <>{t('deliberation.until', { when: formatWhen(lastInstant(at), now, language) })}</>;
};
