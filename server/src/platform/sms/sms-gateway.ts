import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { asksToComeAgain, wasNeverSent } from '../never-sent.ts';
import type { SmsSender } from './sms.ts';

const timeoutMs = 10_000;

export interface SmsGatewayOptions {
  readonly url: string;
  readonly key: string;
  readonly clock: Clock;
}

/** Signature of a request: HMAC-SHA256 of `<timestamp>.<body>`, hexadecimal. The timestamp is ms since 1970. */
export const signSms = (key: string, timestamp: string, body: string): string =>
  createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');

const readReceipt = async (response: Response): Promise<string> => {
  const { messageId, error } = ((await response.json().catch(() => null)) ?? {}) as { messageId?: unknown; error?: unknown };
  const said = typeof messageId === 'string' ? messageId : typeof error === 'string' ? error : String(response.status);
  return said.slice(0, 200);
};

/** Hands each SMS to a gateway by one signed POST; docs/operations.md describes what the gateway must answer. */
export const openSmsGateway = ({ url, key, clock }: SmsGatewayOptions): SmsSender => ({
  send: async ({ id, phone, text }) => {
    const body = JSON.stringify({ id, phone, text });
    const timestamp = String(clock());
    const signature = signSms(key, timestamp, body);
    try {
      const response = await fetch(url, {
        method: 'POST',
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
        headers: { 'content-type': 'application/json', 'x-bandeng-timestamp': timestamp, 'x-bandeng-signature': signature },
        body,
      });
      const receipt = await readReceipt(response);
      if (response.ok) return { kind: 'sent', receipt };
      if (asksToComeAgain(response.status)) return { kind: 'later', receipt };
      return { kind: response.status < 500 ? 'refused' : 'unclear', receipt };
    } catch (error) {
      return wasNeverSent(error) ? { kind: 'later', receipt: 'unreachable' } : { kind: 'unclear', receipt: 'unanswered' };
    }
  },
});
