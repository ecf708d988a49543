/** Hands a text to the person as a file. Resolves to what was done. */
export const saveText = async (name: string, text: string): Promise<'saved' | 'copied'> => {
  // With a byte order mark, spreadsheet programs read the text as UTF-8.
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return 'saved';
};
