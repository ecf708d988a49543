import type { DraftDwelling, RegisterDraft, RejectedRow, SkippedRow } from './draft.ts';
import type { RowErrorCode } from './errors.ts';
import { fieldNames, type FieldName } from './fields.ts';
import type { Headings } from './find-headings.ts';
import { readBuilding } from './read-place.ts';
import { readRow } from './read-row.ts';
import { readText } from './read-text.ts';
import { readTitle } from './read-title.ts';
import { sayRejected } from './say-rejected.ts';
import { columnLetter, type Sheet, type SheetRow } from './sheet.ts';
import { skipRow } from './skip-row.ts';
import { summarise } from './summarise.ts';

export interface SheetToRead {
  readonly sheet: Sheet;
  readonly headings: Headings;
}

/** A sheet called 3栋 or 3号楼 holds that building where it has no column for it. */
const buildingOfSheet = ({ name }: Sheet): string =>
  /^第?.{1,4}(?:栋|幢|号楼|座|#)$/.test(name) ? readBuilding(name) : '';

const reject = (
  { sheet, headings }: SheetToRead,
  several: boolean,
  row: SheetRow,
  { code, field, key }: { readonly code: RowErrorCode; readonly field: FieldName; readonly key: string | null },
  firstRow?: number,
): RejectedRow => {
  const index = headings.mapping[field];
  const column = index === null ? null : columnLetter(index);
  const first = firstRow === undefined ? {} : { firstRow };
  const at = {
    sheet: several ? sheet.name : null,
    row: row.row,
    column,
    heading: index === null ? '' : (headings.columns[index]?.heading ?? ''),
    field,
    value: index === null ? '' : readText(row.cells[index]),
    ...first,
  };
  return { sheet: sheet.name, row: row.row, column, field, code, key, sentence: sayRejected(code, at), ...first };
};

/** A name once marked as the developer's is the developer's on every row, marked or not. */
const spreadDeveloper = (dwellings: readonly DraftDwelling[]): DraftDwelling[] => {
  const developers = new Set(dwellings.filter(({ owner }) => owner.developer).map(({ owner }) => owner.name));
  return dwellings.map((dwelling) =>
    developers.has(dwelling.owner.name) && !dwelling.owner.developer
      ? { ...dwelling, owner: { ...dwelling.owner, developer: true } }
      : dwelling,
  );
};

/**
 * Dry run of a register import: every row becomes a dwelling, a refusal with its reason, or is passed over (blank,
 * total, signature). Nothing is written. Of two rows for one dwelling the later is the duplicate; a refused row does
 * not stand in the way of a later good one.
 * @param options.compound the compound's name where neither a column nor the title gives it
 */
export const checkRegister = (
  sheets: readonly SheetToRead[],
  options: { readonly compound?: string } = {},
): RegisterDraft => {
  const accepted: DraftDwelling[] = [];
  const rejected: RejectedRow[] = [];
  const skipped: SkippedRow[] = [];
  const rowOf = new Map<string, number>();
  for (const read of sheets) {
    const { sheet, headings } = read;
    const title = readTitle(sheet, headings.row);
    const around = { compound: title || (options.compound ?? ''), building: buildingOfSheet(sheet) };
    const headingTexts = headings.columns.map((column) => readText(column.heading));
    for (const row of sheet.rows) {
      if (row.row <= headings.row) continue;
      const skip = skipRow(row, headings.mapping, headingTexts);
      if (skip !== null) {
        if (skip !== 'blank') skipped.push({ sheet: sheet.name, row: row.row, reason: skip });
        continue;
      }
      const reading = readRow(row, headings.mapping, around);
      if (!reading.ok) {
        rejected.push(reject(read, sheets.length > 1, row, reading));
        continue;
      }
      const { entry } = reading;
      const firstRow = rowOf.get(entry.key);
      if (firstRow !== undefined) {
        const field = headings.mapping.room === null ? 'address' : 'room';
        const duplicate = { code: 'duplicate-dwelling', field, key: entry.key } as const;
        rejected.push(reject(read, sheets.length > 1, row, duplicate, firstRow));
        continue;
      }
      rowOf.set(entry.key, row.row);
      accepted.push({ ...entry, sheet: sheet.name, row: row.row });
    }
  }
  const provided = fieldNames.filter((field) => sheets.some(({ headings }) => headings.mapping[field] !== null));
  const dwellings = spreadDeveloper(accepted);
  return { dwellings, rejected, skipped, provided, summary: summarise(dwellings, provided.includes('people')) };
};
