/** An .xlsx file is a zip archive whose first part is short enough to be seen; what it holds, its reader decides. */
const isZip = (head: Buffer): boolean => head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

/** Text in any encoding holds no NUL bytes, except UTF-16, which no register reader here accepts. */
const isText = (head: Buffer): boolean => head.length > 0 && !head.includes(0);

/**
 * The type of a register that a community keeps as a spreadsheet, or null. Text has no signature, so the name decides
 * between files that could be one; only administrators may store these.
 */
export const spreadsheetType = (head: Buffer, name: string): string | null => {
  const extension = /\.[a-z]+$/.exec(name.toLowerCase())?.[0];
  if (extension === '.xlsx' && isZip(head)) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return extension === '.csv' && isText(head) ? 'text/csv' : null;
};
