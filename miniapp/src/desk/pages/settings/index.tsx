import { useState } from 'react';
import { CalendarDays } from '@/desk/components/calendar-days';
import { DeskPage } from '@/desk/components/desk-page';
import { RuleSettings } from '@/desk/components/rule-settings';
import { useT } from '@/i18n/use-t';
import { Tabs } from '@/ui/tabs';

export default function SettingsPage() {
  const t = useT();
  const [tab, setTab] = useState<'rules' | 'calendar'>('rules');
  return (
    <DeskPage
      title={t('desk.settings')}
      wide={false}
      roles={['administrator', 'branch-committee', 'residents-committee']}
    >
      {(member) => (
        <>
          <Tabs
            label={t('desk.settings')}
            tabs={[
              { value: 'rules', text: t('desk.rules') },
              { value: 'calendar', text: t('desk.calendar') },
            ]}
            value={tab}
            onChange={setTab}
          />
          {tab === 'rules' ? <RuleSettings member={member} /> : <CalendarDays member={member} />}
        </>
      )}
    </DeskPage>
  );
}
