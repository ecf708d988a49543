import type { MatterView } from '@bandeng/shared/deliberation/schemas.ts';
import type { DisclosureStageId } from '@bandeng/shared/deliberation/vocabulary.ts';
import { sessionTitle } from '@/deliberation/words';
import { formatMoney } from '@/i18n/amount';
import type { Language } from '@/i18n/translate';
import type { Translate } from '@/i18n/use-t';

/** What a disclosure begins with: the matter, what every meeting decided, or what was done and spent. */
export const outlineDisclosure = (
  t: Translate,
  matter: MatterView,
  stageId: DisclosureStageId,
  language: Language,
): string => {
  const { head, sessions, progress, spentFen } = matter;
  const passed = sessions
    .filter(({ status, version }) => status === 'passed' && version === head.version)
    .sort((a, b) => a.startsAt - b.startsAt)
    .flatMap((session) =>
      session.outcome === null ? [] : [`${sessionTitle(t, session)}：${t('deliberation.countsYes', session.outcome)}`],
    );
  const budget =
    head.budgetFen === null ? [] : [`${t('deliberation.budget')}：${formatMoney(head.budgetFen, language)}`];
  const opening = [head.title, head.summary].filter((line) => line !== '');
  const resolution = [...opening, '', ...passed, ...budget];
  const done = progress.map(({ day, title }) => `${day} ${title}`);
  const outcome = [
    head.title,
    '',
    ...done,
    `${t('deliberation.spent')}：${formatMoney(spentFen, language)}`,
    ...budget,
  ];
  return (stageId === 'publish-resolution' ? resolution : outcome).join('\n');
};
