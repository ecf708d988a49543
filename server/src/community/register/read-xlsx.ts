import { Readable } from 'node:stream';
import type { Cell, Sheet, SheetRow } from '@bandeng/shared/community/register/sheet.ts';
import excel from 'exceljs';
import { limits } from './limits.ts';
import { packZip } from './pack-zip.ts';
import { readMerges } from './read-merges.ts';
import { unpackZip } from './unpack-zip.ts';

const worksheetPath = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const leading = ['xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/sharedStrings.xml'];
const emptyStrings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';

/** Rich text, formulas with their last result, links and errors, reduced to what the cell shows. */
const plain = (value: unknown): Cell => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string') return value.replace(/_x000[0-9A-D]_/g, ' ');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object' || value === null) return null;
  if ('richText' in value && Array.isArray(value.richText)) {
    return value.richText.map((run: { text?: unknown }) => (typeof run.text === 'string' ? run.text : '')).join('');
  }
  if ('result' in value) return plain(value.result);
  if ('text' in value) return plain(value.text);
  if ('error' in value) return plain(value.error);
  return null;
};

const readRowCells = (row: excel.Row): Cell[] | 'too-large' => {
  const cells: Cell[] = [];
  let tooLarge = false;
  row.eachCell((cell, number) => {
    const value = plain(cell.value);
    if (value === null || value === '') return;
    if (number > limits.columns) tooLarge = true;
    else {
      while (cells.length < number - 1) cells.push(null);
      cells[number - 1] = value;
    }
  });
  return tooLarge ? 'too-large' : cells;
};

interface StreamedSheet extends AsyncIterable<excel.Row> {
  readonly name?: string;
  readonly state?: string;
}

const readSheet = async (streamed: StreamedSheet, name: string): Promise<Sheet | 'too-large'> => {
  const rows: SheetRow[] = [];
  for await (const row of streamed) {
    const cells = readRowCells(row);
    if (cells === 'too-large') return 'too-large';
    if (cells.length === 0) continue;
    if (row.number > limits.rows) return 'too-large';
    rows.push({ row: row.number, cells });
  }
  return { name, rows };
};

/**
 * Puts the parts in the order in which one pass can read them and leaves out pictures, styles and everything else.
 * The archive that was measured is so the one that is read, and no sheet is laid aside in a temporary file.
 */
const inReadingOrder = (parts: ReadonlyMap<string, Buffer>): Map<string, Buffer> => {
  const ordered = new Map(leading.map((path) => [path, parts.get(path) ?? Buffer.from(emptyStrings)]));
  for (const [path, content] of parts) if (worksheetPath.test(path)) ordered.set(path, content);
  return ordered;
};

/** The reader parses piece by piece and holds all that a piece contains: small pieces keep it small. */
function* inPieces(archive: Buffer): Generator<Buffer> {
  for (let at = 0; at < archive.length; at += 65_536) yield archive.subarray(at, at + 65_536);
}

/** Reads the visible sheets of an .xlsx file in one streaming pass; memory grows with the cells and not with the XML. */
export const readXlsx = async (file: Buffer): Promise<Sheet[] | 'file-unreadable' | 'too-large'> => {
  const parts = unpackZip(file, (path) => leading.includes(path) || worksheetPath.test(path));
  if (typeof parts === 'string') return parts;
  const worksheets = [...parts.keys()].filter((path) => worksheetPath.test(path));
  if (!parts.has('xl/workbook.xml') || !parts.has('xl/_rels/workbook.xml.rels')) return 'file-unreadable';
  if (worksheets.length === 0) return 'file-unreadable';
  if (worksheets.length > limits.sheets) return 'too-large';

  const pieces = Readable.from(inPieces(packZip(inReadingOrder(parts))));
  const reader = new excel.stream.xlsx.WorkbookReader(pieces, {});
  const sheets: Sheet[] = [];
  try {
    let index = 0;
    for await (const streamed of reader as unknown as AsyncIterable<StreamedSheet>) {
      const worksheet = parts.get(worksheets[index++] ?? '');
      const sheet = await readSheet(streamed, streamed.name ?? `Sheet${index}`);
      const merges = worksheet === undefined ? [] : readMerges(worksheet);
      if (sheet === 'too-large' || merges === null) return 'too-large';
      if (streamed.state === undefined || streamed.state === 'visible') sheets.push({ ...sheet, merges });
    }
  } catch {
    // The XML reader throws on whatever is not a worksheet; to the person it is one thing: the file cannot be read.
    return 'file-unreadable';
  }
  return sheets;
};
