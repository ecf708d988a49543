import type { ReactNode } from 'react';
import type { Wish } from '../use-conversation';

export interface Place {
  /** The newest row is in sight. */
  readonly atEnd: boolean;
  /** The newest message in sight; 0 for none. */
  readonly seq: number;
}

export interface ScrollerProps {
  readonly label: string;
  /** Nothing newer is left to fetch: the lower end is the newest. */
  readonly complete: boolean;
  /** Where to go; each new object is followed once. */
  readonly wish: Wish | null;
  readonly onPlace: (place: Place) => void;
  readonly onNearStart: () => void;
  readonly onNearEnd: () => void;
  readonly children: ReactNode;
}

/** Rows carry their message in the id, for jumps and for knowing what is in sight. */
export const rowId = (seq: number): string => `m${seq}`;
export const seqOfRow = (id: string): number => Number(/^m(\d+)$/.exec(id)?.[1] ?? 0);

/** How near to an end the next page is asked for, in px. */
export const nearPx = 400;
/** Within this of the end one looks at the newest. */
export const endPx = 60;
