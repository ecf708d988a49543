/** Opens a page that is none of ours, in a new tab. Resolves to what was done. */
export const openWeb = async (address: string): Promise<'opened' | 'copied'> => {
  window.open(address, '_blank', 'noopener');
  return 'opened';
};
