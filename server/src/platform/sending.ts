/** How an attempt to hand something to an outside service ended. `receipt`: the other side's id of it, or its error. */
export interface Sending {
  /**
   * `later`: it was not taken and may be tried again. `refused`: it never will be. `unclear`: nobody knows whether it was
   * taken, so that another try might double it.
   */
  readonly kind: 'sent' | 'later' | 'refused' | 'unclear';
  readonly receipt: string;
}
