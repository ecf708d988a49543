import type { SessionRow } from './rows.ts';

/** Counted, whatever came out. A session that was voided before its count never met to an end. */
export const hasMet = ({ status }: Pick<SessionRow, 'status'>): boolean =>
  status === 'passed' || status === 'rejected' || status === 'no-quorum';
