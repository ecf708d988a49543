/** A mini-program stands in one column, also on a tablet. */
export const useWide = (): boolean => false;
