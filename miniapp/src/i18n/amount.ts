import { translate, type Language } from './translate';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

const hundredths = (value: number): string => {
  const whole = Math.floor(Math.abs(value) / 100);
  const rest = String(Math.abs(value) % 100).padStart(2, '0');
  return `${grouped(String(whole))}.${rest}`;
};

export const formatCount = (n: number): string => (n < 0 ? '−' : '') + grouped(String(Math.abs(n)));

/** Money in fen as '23,400.00'; with a sign when the ledger needs one. */
export const formatFen = (fen: number, signed = false): string =>
  (fen < 0 ? '−' : signed && fen > 0 ? '+' : '') + hundredths(fen);

/** 23,400.00 元 */
export const formatMoney = (fen: number, language: Language): string =>
  translate(language, 'time.yuan', { amount: formatFen(fen) });

/** Area in 0.01 m² as 98.50 平方米. */
export const formatArea = (centiM2: number, language: Language): string =>
  translate(language, 'time.squareMetres', { area: hundredths(centiM2) });
