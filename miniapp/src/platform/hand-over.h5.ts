/** Hands a JSON text to the person as a file. Resolves to what was done. */
export const handOver = async (name: string, text: string): Promise<'saved' | 'copied'> => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return 'saved';
};
