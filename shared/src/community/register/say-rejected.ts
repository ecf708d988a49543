import { rowErrors, type RowErrorCode } from './errors.ts';
import { fieldTitles, type FieldName } from './fields.ts';

export interface Place {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: string | null;
  readonly heading: string;
  readonly field: FieldName;
  readonly value: string;
  readonly firstRow?: number;
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The sentence a person reads about a refused row: where, what stands there, what is wrong. */
export const sayRejected = (code: RowErrorCode, at: Place): { zh: string; en: string } => {
  const error = rowErrors[code];
  const title = fieldTitles[at.field];
  const heading = at.heading === '' ? null : at.heading;
  const columnZh = at.column === null ? '' : `，${at.column} 列“${heading ?? title.zh}”`;
  const columnEn = at.column === null ? '' : `, column ${at.column} (${heading ?? title.en})`;
  const valueZh = at.value === '' ? '' : `写的是“${shorten(at.value)}”`;
  const valueEn = at.value === '' ? '' : ` says “${shorten(at.value)}”`;
  const firstZh = at.firstRow === undefined ? '' : `（与第 ${at.firstRow} 行相同）`;
  const firstEn = at.firstRow === undefined ? '' : ` (same as row ${at.firstRow})`;
  const sheetZh = at.sheet === null ? '' : `工作表“${at.sheet}”`;
  const sheetEn = at.sheet === null ? '' : `Sheet “${at.sheet}”, row`;
  return {
    zh: `${sheetZh}第 ${at.row} 行${columnZh}${valueZh}：${error.zh}${firstZh}`,
    en: `${sheetEn === '' ? 'Row' : sheetEn} ${at.row}${columnEn}${valueEn}: ${error.en}${firstEn}`,
  };
};
