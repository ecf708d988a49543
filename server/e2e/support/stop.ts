import type { DemoPart } from '../../src/demo/admit-visitors.ts';

/** A page as one person of the demonstration finds it. */
export interface Stop {
  readonly name: string;
  /** Null: a passer-by without an account. */
  readonly part: DemoPart | null;
  readonly path: string;
  /** Made for a desk as well as for a phone. */
  readonly desk?: true;
}

export const search = (path: string, params: Readonly<Record<string, string>>): string => `${path}?${new URLSearchParams(params).toString()}`;
