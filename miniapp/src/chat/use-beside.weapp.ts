/** A mini-program shows one thing at a time, also on a tablet. */
export const useBeside = (): boolean => false;
