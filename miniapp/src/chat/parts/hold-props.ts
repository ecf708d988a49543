import type { ReactNode } from 'react';

export interface HoldProps {
  readonly className?: string | undefined;
  readonly id?: string | undefined;
  /** A long press of a finger, or the second button of a mouse. Whoever uses neither gets a button beside it. */
  readonly onHold: (() => void) | undefined;
  readonly children: ReactNode;
}
