import type { TextFile } from './text-file';

/** Hands a text to the person as a file. Resolves to what was done. */
export const handOver = async ({ name, type, text }: TextFile): Promise<'saved' | 'copied'> => {
  // Spreadsheet programs read a text as UTF-8 only with a byte order mark; JSON must not have one.
  const parts = type === 'text/csv' ? ['\ufeff', text] : [text];
  const address = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return 'saved';
};
