import type { SessionPage, SessionView } from '@bandeng/shared/deliberation/schemas.ts';
import { sessionTitle } from '@/deliberation/words';
import type { Translate } from '@/i18n/use-t';
import type { Language } from '@/i18n/translate';
import { formatExact } from '@/i18n/when';

/** What minutes begin with: what is known of the meeting already. The rest is for people to write. */
export const outlineMinutes = (
  t: Translate,
  page: Pick<SessionPage, 'matterTitle'>,
  session: SessionView,
  language: Language,
): string => {
  const { outcome, place, online, openedAt, startsAt, due, excused, present } = session;
  const where = [place, t(online ? 'deliberation.online' : 'deliberation.inPerson')].filter(Boolean).join(' · ');
  const counts = { due: outcome?.due ?? due, present: outcome?.present ?? present };
  const decided =
    outcome === null
      ? []
      : [
          `${t('deliberation.outcomeTitle')}：`,
          `${t('deliberation.resultLine', outcome)}，${t(`deliberation.session-${outcome.result}`)}`,
        ];
  const lines = [
    `${page.matterTitle} · ${sessionTitle(t, session)}`,
    `${t('deliberation.when')}：${formatExact(openedAt ?? startsAt, language)}`,
    `${t('deliberation.where')}：${where}`,
    `${t('deliberation.body')}：${session.bodyName}`,
    [t('deliberation.counts', counts), t('deliberation.excusedCount', { n: outcome?.excused ?? excused })].join(' · '),
    `${t('deliberation.question')}：${session.question}`,
    '',
    `${t('chair.minutesDiscussion')}：`,
    '',
    decided.join(''),
  ];
  return lines.join('\n');
};
