import type { RuleParameter } from '@bandeng/shared/community/schemas.ts';
import { shares } from '@bandeng/shared/deliberation/shares.ts';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import { listParameters } from '@bandeng/shared/deliberation/workflows/workflow.ts';
import type { Language } from '@/i18n/translate';
import type { Choice } from '@/ui/choice';

const units = new Map(listParameters(fourTwo).map(({ key, unit }) => [key, unit]));

/** The values that the law leaves open for a share, in words; null for a plain number of days or times. */
export const choicesOf = ({ key, minimum, maximum }: RuleParameter, language: Language): Choice[] | null =>
  units.get(key) === 'share'
    ? shares
        .map(({ zh, en }, index) => ({ value: String(index), text: language === 'en' ? en : zh }))
        .slice(minimum, maximum + 1)
    : null;

/** An entered number within the limits, or null. */
export const readNumber = (
  text: string,
  { minimum, maximum }: Pick<RuleParameter, 'minimum' | 'maximum'>,
): number | null => {
  if (!/^\d{1,4}$/.test(text)) return null;
  const value = Number(text);
  return value >= minimum && value <= maximum ? value : null;
};
