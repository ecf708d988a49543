/** A mini-program runs once on a phone: there is nobody to wait for. */
export const oneTabAtATime = <T>(run: () => Promise<T>): Promise<T> => run();
