import { formatReceipt } from '@bandeng/shared/kernel/receipt.ts';
import { createHmac } from 'node:crypto';

/**
 * The receipt of a ballot: the first 80 bits of HMAC-SHA256 over session and command id. The same command always has the
 * same receipt, so that a retry finds its own ballot although nothing connects a secret ballot with its voter.
 */
export const receiptOf = (receiptSecret: string, sessionId: string, commandId: string): string =>
  formatReceipt(createHmac('sha256', receiptSecret).update(`${sessionId}:${commandId}`).digest().subarray(0, 10));
