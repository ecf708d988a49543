import { useT } from '@/i18n/use-t';
import { formatEnd } from '@/i18n/when';
import { useSettings } from '@/platform/settings';
import { useNow } from '@/ui/use-now';

/** 今晚 20:00 截止. */
export const Until = ({ at }: { readonly at: number }) => {
  const t = useT();
  const now = useNow();
  const language = useSettings((s) => s.shown);
  return <>{t('deliberation.until', { when: formatEnd(at, now, language) })}</>;
};
