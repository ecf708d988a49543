import { noticeDay } from '@bandeng/shared/deliberation/notice-day.ts';
import type { DisclosureView, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { useT } from '@/i18n/use-t';
import { MomentText } from '@/ui/moment';
import { useNow } from '@/ui/use-now';
import { Until } from './until';

/** One line under a stage that meets: 应到 86 · 实到 71 · 同意 66. */
export const SessionLine = ({ session }: { readonly session: SessionView }) => {
  const t = useT();
  const { status, outcome, due, present, startsAt, closesAt, place, excused } = session;
  if (status === 'convened') {
    return (
      <>
        {t('deliberation.startsAt')} <MomentText at={startsAt} />
        {place === '' ? '' : ` · ${place}`}
      </>
    );
  }
  if (outcome === null) {
    return (
      <>
        {t('deliberation.counts', { due, present })} · <Until at={closesAt} />
      </>
    );
  }
  const counts = t('deliberation.countsYes', { due: outcome.due, present: outcome.present, yes: outcome.yes });
  return (
    <>
      {status === 'passed' ? '' : `${t(`deliberation.session-${status}`)} · `}
      {counts}
      {excused > 0 ? ` · ${t('deliberation.excusedCount', { n: excused })}` : ''}
    </>
  );
};

/** 公示第 6 天，共 15 天. */
export const DayCounter = ({ disclosure, open }: { readonly disclosure: DisclosureView; readonly open: number }) => {
  const t = useT();
  const now = useNow();
  const { status, endsAt, endedAt } = disclosure;
  const { day, days } = noticeDay(disclosure, endedAt ?? now);
  switch (status) {
    case 'void':
      return <>{t('deliberation.disclosureVoid')}</>;
    case 'upheld':
      return <>{t('deliberation.disclosureUpheld')}</>;
    case 'passed':
      return <>{t('deliberation.dayCounterOver', { days })}</>;
    case 'up':
      // The day of posting is not counted [民法典 art. 201].
      if (day === 0) return <>{t('deliberation.dayCounterFirst', { days })}</>;
      if (now < endsAt) return <>{t('deliberation.dayCounter', { day, days })}</>;
      return <>{t(open > 0 ? 'deliberation.dayCounterWaiting' : 'deliberation.dayCounterOver', { days })}</>;
  }
};
