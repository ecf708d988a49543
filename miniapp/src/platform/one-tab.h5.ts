/** Runs while no other tab of this browser does; where the browser knows no locks (or no secure page), at once. */
export const oneTabAtATime = async <T>(run: () => Promise<T>): Promise<T> => {
  const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
  return locks === undefined ? run() : locks.request('bandeng-renewal', run);
};
