import type { Sending } from '../sending.ts';

/** Sends one SMS. Never throws. `id` is the same for every try of one message, `phone` has 11 digits. */
export interface SmsSender {
  send(message: { readonly id: string; readonly phone: string; readonly text: string }): Promise<Sending>;
}
