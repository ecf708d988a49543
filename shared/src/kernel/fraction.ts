/**
 * A required share of a base. `strict`: 过半数 / 超过 (more than); otherwise 以上 (at least), which includes the number
 * itself [民法典 1259]. Numerator and denominator are positive integers, numerator ≤ denominator.
 */
export interface Threshold {
  readonly numerator: number;
  readonly denominator: number;
  readonly strict: boolean;
}

export const moreThanHalf: Threshold = { numerator: 1, denominator: 2, strict: true };
export const atLeastHalf: Threshold = { numerator: 1, denominator: 2, strict: false };
export const atLeastTwoThirds: Threshold = { numerator: 2, denominator: 3, strict: false };
export const atLeastThreeQuarters: Threshold = { numerator: 3, denominator: 4, strict: false };
export const everyone: Threshold = { numerator: 1, denominator: 1, strict: false };

/** Compares a·b with c·d exactly: negative, zero or positive. BigInt only where a product leaves the safe range. */
const compareProducts = (a: number, b: number, c: number, d: number): number => {
  const left = a * b;
  const right = c * d;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
};

/**
 * Whether `part` of `base` reaches the threshold, by cross-multiplication and never by division.
 * Both are safe integers of one unit (heads, or 0.01 m²). An empty base never meets anything.
 */
export const meets = (part: number, base: number, { numerator, denominator, strict }: Threshold): boolean => {
  if (base <= 0) return false;
  const difference = compareProducts(part, denominator, base, numerator);
  return strict ? difference > 0 : difference >= 0;
};

/**
 * The least integer part that meets the threshold; it may exceed the base when the threshold cannot be met.
 * For an empty base, which nothing meets, it is 1, so that a screen never says that nobody is needed.
 */
export const needed = (base: number, { numerator, denominator, strict }: Threshold): number => {
  if (base <= 0) return 1;
  const product = base * numerator;
  if (!Number.isSafeInteger(product)) {
    const exact = BigInt(base) * BigInt(numerator);
    const divisor = BigInt(denominator);
    return Number(strict ? exact / divisor : (exact - BigInt(1)) / divisor) + 1;
  }
  const before = strict ? product : product - 1;
  return (before - (before % denominator)) / denominator + 1;
};

/** Whether `a` asks at least as much as `b` of every base: a greater share, or the same share and no less strict. */
export const isAtLeastAsDemanding = (a: Threshold, b: Threshold): boolean => {
  const difference = compareProducts(a.numerator, b.denominator, b.numerator, a.denominator);
  return difference > 0 || (difference === 0 && (a.strict || !b.strict));
};

/** A share that some number of people can reach: positive safe integers, at most the whole and then not strict. */
export const isThreshold = ({ numerator, denominator, strict }: Threshold): boolean =>
  Number.isSafeInteger(numerator) &&
  Number.isSafeInteger(denominator) &&
  numerator > 0 &&
  (strict ? numerator < denominator : numerator <= denominator);
