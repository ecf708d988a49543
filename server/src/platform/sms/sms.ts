/** How an attempt to hand something to an outside service ended. */
export type Sending =
  /** `receipt`: the other side's id of it. */
  | { readonly kind: 'sent'; readonly receipt: string }
  /** It was not taken, and may be tried again. */
  | { readonly kind: 'later'; readonly receipt: string }
  /** It was refused for good. */
  | { readonly kind: 'refused'; readonly receipt: string }
  /** Nobody knows whether it was taken. */
  | { readonly kind: 'unclear'; readonly receipt: string };

/** Sends one SMS. Never throws. `id` is the same for every try of one message. */
export interface SmsSender {
  send(message: { readonly id: string; readonly phone: string; readonly text: string }): Promise<Sending>;
}
