import type { Cell } from './sheet.ts';
import { readOptional } from './read-text.ts';

const mobile = /^1[3-9]\d{9}$/;
const landline = /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/;

export type PhoneReading = { readonly phone: string | null } | 'phone-invalid';

/**
 * A phone as bare digits: mobile (11 digits) or landline with area code; null for an empty cell. Where a cell holds
 * several, the first counts.
 */
export const readPhone = (cell: Cell | undefined): PhoneReading => {
  const text = readOptional(cell);
  if (text === '') return { phone: null };
  const first = text.split(/[/、,;|，；]|或/)[0] ?? '';
  const digits = first.replace(/[\s\-—–‐‑‒―−.·_()]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$|0\d{9,11}$)/, '');
  return mobile.test(digits) || landline.test(digits) ? { phone: digits } : 'phone-invalid';
};
