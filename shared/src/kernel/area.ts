import { formatHundredths, parseHundredths } from './hundredths.ts';

/** Exclusive area (专有面积) in integer 0.01 m² → '89.50', without the unit. */
export const formatArea = (centiM2: number): string => formatHundredths(centiM2);

/** Decimal text in m², without a unit → integer 0.01 m², or null when it is no area or has more than two real decimals. */
export const parseArea = (text: string): number | null => parseHundredths(text.trim());
