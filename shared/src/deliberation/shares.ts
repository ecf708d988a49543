import {
  atLeastHalf,
  atLeastThreeQuarters,
  atLeastTwoThirds,
  everyone,
  moreThanHalf,
  type Threshold,
} from '../kernel/fraction.ts';

/**
 * The shares a community may choose between, from the least demanding to the most. A parameter of unit `share` is an
 * index of this list, so that a legal limit is a plain minimum. Append nothing in between: stored settings hold indices.
 */
export const shares = [
  { threshold: atLeastHalf, zh: '二分之一以上', en: 'at least 1/2' },
  { threshold: moreThanHalf, zh: '过半数', en: 'more than 1/2' },
  { threshold: atLeastTwoThirds, zh: '三分之二以上', en: 'at least 2/3' },
  { threshold: atLeastThreeQuarters, zh: '四分之三以上', en: 'at least 3/4' },
  { threshold: { numerator: 4, denominator: 5, strict: false }, zh: '五分之四以上', en: 'at least 4/5' },
  { threshold: everyone, zh: '全体', en: 'all' },
] as const satisfies readonly { threshold: Threshold; zh: string; en: string }[];

export const share = { atLeastHalf: 0, moreThanHalf: 1, atLeastTwoThirds: 2, atLeastThreeQuarters: 3, all: 5 } as const;

/** The threshold behind an index. An index out of range is a bug: settings are checked before they are frozen. */
export const shareAt = (index: number): Threshold => {
  const found = shares[index];
  if (found === undefined) throw new Error(`no share ${index}`);
  return found.threshold;
};
