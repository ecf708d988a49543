/** The token in the public address of a notice, or null while it has none. */
export const tokenOf = (publicPath: string | null): string | null => {
  const found = /[?&]token=([^&#]+)/.exec(publicPath ?? '')?.[1];
  return found === undefined ? null : decodeURIComponent(found);
};
