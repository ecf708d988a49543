import type { Cell } from './sheet.ts';
import { readOptional } from './read-text.ts';

/** No dwelling is larger than this; a phone number in the area column must not become a voting weight. */
const largestCentiM2 = 9_999_999;
const unitOfArea = /(?:m2|m\^2|平方米|平方|平米|平|m)$/i;
const plainOrGrouped = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

export type AreaReading = { readonly centiM2: number } | 'area-missing' | 'area-invalid';

/**
 * An exclusive area in integer 0.01 m², read digit by digit and never through a fraction. More than two decimals are
 * refused and not rounded: the area is the owner's voting weight (民法典 art. 278) and must be the register's own figure.
 */
export const readArea = (cell: Cell | undefined): AreaReading => {
  const text = readOptional(cell).replace(/\s/g, '');
  if (text === '') return 'area-missing';
  const match = plainOrGrouped.exec(text.replace(unitOfArea, '').replace('。', '.'));
  const whole = match?.[1]?.replace(/,/g, '').replace(/^0+(?=\d)/, '');
  if (whole === undefined || whole.length > 6) return 'area-invalid';
  const fraction = (match?.[2] ?? '').replace(/0+$/, '');
  if (fraction.length > 2) return 'area-invalid';
  const centiM2 = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return centiM2 > 0 && centiM2 <= largestCentiM2 ? { centiM2 } : 'area-invalid';
};
