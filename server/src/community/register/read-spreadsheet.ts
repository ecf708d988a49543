import { basename, extname } from 'node:path';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Sheet } from '@bandeng/shared/community/register/sheet.ts';
import { limits } from './limits.ts';
import { readCsv, type Encoding } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

export interface Spreadsheet {
  readonly type: 'xlsx' | 'csv';
  /** Only of a csv. */
  readonly encoding?: Encoding;
  readonly sheets: readonly Sheet[];
}

export type SpreadsheetRefusal = 'unsupported-type' | 'file-unreadable' | 'too-large';

const isZip = (file: Buffer): boolean => file.subarray(0, 4).toString('hex') === '504b0304';
/** The container of old .xls files and of .xlsx files under a password. */
const isCompoundFile = (file: Buffer): boolean => file.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1';

/** Opens a register file. What it is decides its content; its name only tells text files apart. */
export const readSpreadsheet = async (
  file: Buffer,
  filename: string,
): Promise<Result<Spreadsheet, SpreadsheetRefusal>> => {
  if (file.length > limits.fileBytes) return refuse('too-large');
  if (file.length === 0) return refuse('file-unreadable');
  if (isZip(file)) {
    const sheets = await readXlsx(file);
    return typeof sheets === 'string' ? refuse(sheets) : ok({ type: 'xlsx', sheets });
  }
  const extension = extname(filename).toLowerCase();
  if (isCompoundFile(file)) return refuse('unsupported-type');
  if (extension === '.xlsx') return refuse('file-unreadable');
  if (!['.csv', '.txt', ''].includes(extension)) return refuse('unsupported-type');
  const reading = readCsv(file, basename(filename, extension));
  return typeof reading === 'string'
    ? refuse(reading)
    : ok({ type: 'csv', encoding: reading.encoding, sheets: [reading.sheet] });
};
