import type { RuleParameter } from '@bandeng/shared/community/schemas.ts';
import { shares } from '@bandeng/shared/deliberation/shares.ts';
import { fourTwo } from '@bandeng/shared/deliberation/workflows/four-two.ts';
import { listParameters } from '@bandeng/shared/deliberation/workflows/workflow.ts';
import type { Language } from '@/i18n/translate';
import type { Choice } from '@/ui/choice';

const known = new Map(listParameters(fourTwo).map((parameter) => [parameter.key, parameter]));

/** The article that a parameter rests on, in the reader's language. */
export const basisOf = ({ key, law }: RuleParameter, language: Language): string => {
  const basis = known.get(key)?.basis;
  return basis === undefined || language !== 'en' ? law : basis.en;
};

/** The values that the law leaves open for a share, in words; null for a plain number of days or times. */
export const choicesOf = ({ key, minimum, maximum }: RuleParameter, language: Language): Choice[] | null =>
  known.get(key)?.unit === 'share'
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
