import { SettingsCard } from '@/account/components/settings-card';
import { useT } from '@/i18n/use-t';
import { Page } from '@/ui/page';

export default function Settings() {
  const t = useT();
  return (
    <Page title={t('mine.settings')}>
      <SettingsCard />
    </Page>
  );
}
