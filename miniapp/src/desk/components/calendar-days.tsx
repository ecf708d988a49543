import { communityApi } from '@bandeng/shared/community/api.ts';
import { calendarRows } from '@bandeng/shared/kernel/calendar-data.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useT } from '@/i18n/use-t';
import { dayOf } from '@/i18n/when';
import { useQuery } from '@/platform/query';
import type { Membership } from '@/platform/session';
import { Await } from '@/ui/await';
import { DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { Select } from '@/ui/select';
import { Tag } from '@/ui/tag';
import { SetCalendarDay } from './set-calendar-day';

const yearNow = (): number => Number(dayOf(Date.now()).slice(0, 4));

/** Holidays and make-up workdays: those built in, and those the community has added. */
export const CalendarDays = ({ member }: { readonly member: Membership }) => {
  const t = useT();
  const { communityId } = member;
  const [year, setYear] = useState(yearNow);
  const query = useQuery(communityApi.listCalendarDays, { params: { communityId }, query: { year } });
  const years = [0, 1, 2].map((n) => String(yearNow() + n));
  const builtIn = calendarRows.filter(({ day }) => day.startsWith(`${year}-`));
  const mark = (off: boolean) => <Tag tone={off ? 'bamboo' : 'amber'}>{t(off ? 'desk.dayOff' : 'desk.dayWorked')}</Tag>;
  return (
    <>
      <View className="desk-lead">{t('desk.calendarLead')}</View>
      <Select
        label={t('desk.year')}
        value={String(year)}
        choices={years.map((value) => ({ value, text: value }))}
        onChange={(value) => setYear(Number(value))}
      />
      {member.roles.includes('administrator') ? (
        <SetCalendarDay communityId={communityId} onSaved={() => void query.refresh()} />
      ) : null}
      <Section title={t('desk.ownDays')} />
      <Await query={query}>
        {({ days }) => {
          const own = days.filter(
            (one) => !builtIn.some(({ day, off }) => day === one.day && off === one.off && one.note === ''),
          );
          return own.length === 0 ? (
            <EmptyState title={t('desk.noOwnDays')} hint={t('desk.noOwnDaysHint')} />
          ) : (
            <DataTable
              label={t('desk.ownDays')}
              rows={own}
              keyOf={({ day }) => day}
              columns={[
                { id: 'day', title: t('desk.day'), cell: ({ day }) => day },
                { id: 'off', title: t('desk.dayKind'), cell: ({ off }) => mark(off) },
                { id: 'note', title: t('desk.note'), cell: ({ note }) => note || '—' },
              ]}
            />
          );
        }}
      </Await>
      <Section title={t('desk.builtInDays')} extra={t('desk.builtInSource')} />
      {builtIn.length === 0 ? (
        <Notice tone="amber">{t('desk.noBuiltIn')}</Notice>
      ) : (
        <DataTable
          label={t('desk.builtInDays')}
          rows={builtIn}
          keyOf={({ day }) => day}
          columns={[
            { id: 'day', title: t('desk.day'), cell: ({ day }) => day },
            { id: 'off', title: t('desk.dayKind'), cell: ({ off }) => mark(off) },
          ]}
        />
      )}
    </>
  );
};
