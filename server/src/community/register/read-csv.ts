import type { Sheet } from '@bandeng/shared/community/register/sheet.ts';
import { CsvError, parse } from 'csv-parse/sync';
import { decode } from 'iconv-lite';
import { limits } from './limits.ts';

export type Encoding = 'UTF-8' | 'UTF-16' | 'GBK' | 'GB18030';

export interface CsvReading {
  readonly encoding: Encoding;
  readonly sheet: Sheet;
}

const isUtf8 = (file: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(file);
    return true;
  } catch {
    return false;
  }
};

/**
 * The text of a file and its encoding. UTF-8 is told by decoding without a fault, which GBK text of any length does
 * not; what is left is GBK, or its superset GB18030 when it holds characters that GBK has not. Null when it is none.
 */
export const decodeText = (file: Buffer): { text: string; encoding: Encoding } | null => {
  const mark = file.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return { text: decode(file, 'utf-16le'), encoding: 'UTF-16' };
  if (mark === 'feff') return { text: decode(file, 'utf-16be'), encoding: 'UTF-16' };
  if (isUtf8(file)) return { text: decode(file, 'utf-8'), encoding: 'UTF-8' };
  for (const encoding of ['GBK', 'GB18030'] as const) {
    const text = decode(file, encoding);
    if (!text.includes('\ufffd')) return { text, encoding };
  }
  return null;
};

/** The separator that the first lines hold most of: comma, tab or semicolon. */
const separatorOf = (text: string): string => {
  const opening = text.slice(0, 4_000);
  const [best] = [',', '\t', ';']
    .map((separator) => ({ separator, count: opening.split(separator).length }))
    .sort((a, b) => b.count - a.count);
  return best?.separator ?? ',';
};

/** Reads a .csv as Excel writes and numbers it: a line break within quotes is no new row. */
export const readCsv = (
  file: Buffer,
  name: string,
): CsvReading | 'file-unreadable' | 'unsupported-type' | 'too-large' => {
  const decoded = decodeText(file);
  if (decoded === null) return 'file-unreadable';
  const { text, encoding } = decoded;
  // Text files hold no control characters but tab, line feed and carriage return.
  if ([...text.slice(0, 4_000)].some((c) => c < ' ' && !'\t\r\n'.includes(c))) return 'unsupported-type';
  try {
    const records: string[][] = parse(text, {
      delimiter: separatorOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: limits.rows + 1,
      max_record_size: 1_000_000,
    });
    if (records.length > limits.rows) return 'too-large';
    if (records.some((record) => record.slice(limits.columns).some((cell) => cell !== ''))) return 'too-large';
    const rows = records
      .map((cells, i) => ({ row: i + 1, cells: cells.slice(0, limits.columns) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    return { encoding, sheet: { name, rows } };
  } catch (error) {
    if (error instanceof CsvError) return 'file-unreadable';
    throw error;
  }
};
