import { formatHundredths, parseHundredths } from './hundredths.ts';

const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Fen → yuan with grouping, without the unit: 2340000 → '23,400.00'. */
export const formatFen = (fen: number): string => formatHundredths(fen).replace(/\B(?=(\d{3})+\.)/g, ',');

/** What people type as yuan ('23,400', '-9000.5', '￥12') → integer fen, or null. Grouping must be in threes. */
export const parseYuan = (text: string): number | null => {
  const trimmed = text.trim().replace(/^([-−])?[¥￥]/, '$1');
  const negative = /^[-−]/.test(trimmed);
  const digits = negative ? trimmed.slice(1) : trimmed;
  const value = parseHundredths(grouped.test(digits) ? digits.replace(/,/g, '') : digits);
  return value === null || !negative || value === 0 ? value : -value;
};
