import { noColumns, type FieldName, type Mapping } from './fields.ts';
import { bareHeading, isPhoneHeading, meaningOf, type Meaning } from './heading-words.ts';
import { readText } from './read-text.ts';
import type { Cell, Sheet, SheetRow } from './sheet.ts';

/** One column of the sheet as the administrator sees it when correcting the mapping. */
export interface Column {
  /** From 0. */
  readonly index: number;
  readonly heading: string;
  readonly field: FieldName | null;
  /** `exact`: the heading is a known word; `likely`: it contains one; `none`: not understood. */
  readonly confidence: 'exact' | 'likely' | 'none';
  /** The first three values below the heading. */
  readonly samples: readonly string[];
}

export interface Headings {
  /** Spreadsheet number of the heading row; 0 when the sheet has none and the mapping was made by hand. */
  readonly row: number;
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
}

const rowsToSearch = 30;

interface Found {
  readonly row: SheetRow;
  readonly texts: readonly Cell[];
  readonly meanings: readonly (Meaning | null)[];
  readonly fields: number;
}

/** The heading that spans each column: the text above it, carried to the right over empty cells. */
const groupsOf = (above: SheetRow | undefined, width: number): Cell[] => {
  const groups: Cell[] = new Array<Cell>(width).fill(null);
  if (above === undefined || new Set(above.cells.map(bareHeading).filter((text) => text !== '')).size < 2)
    return groups;
  let last: Cell = null;
  for (let i = 0; i < width; i++) {
    const own = above.cells[i] ?? null;
    if (readText(own) !== '') last = own;
    groups[i] = last;
  }
  return groups;
};

/** Among columns that claim the same field the heaviest keeps it; a second phone beside a tenant is the tenant's. */
const settle = (texts: readonly Cell[], claims: (Meaning | null)[]): (Meaning | null)[] => {
  const holder = new Map<FieldName, number>();
  claims.forEach((claim, i) => {
    if (claim === null) return;
    const rival = holder.get(claim.field);
    if (rival === undefined || claim.weight > (claims[rival]?.weight ?? 0)) holder.set(claim.field, i);
  });
  const settled = claims.map((claim, i) => (claim !== null && holder.get(claim.field) === i ? claim : null));
  settled.forEach((claim, i) => {
    if (
      claim === null &&
      isPhoneHeading(texts[i]) &&
      settled[i - 1]?.field === 'tenant' &&
      !holder.has('tenantPhone')
    ) {
      settled[i] = { field: 'tenantPhone', weight: 60 };
    }
  });
  return settled;
};

const judge = (row: SheetRow, above: SheetRow | undefined): Found | null => {
  const width = Math.max(row.cells.length, above?.cells.length ?? 0);
  const groups = groupsOf(above, width);
  const texts: Cell[] = [];
  const claims: (Meaning | null)[] = [];
  let own = 0;
  for (let i = 0; i < width; i++) {
    const text = row.cells[i] ?? null;
    const meaning = meaningOf(text, groups[i]);
    if (meaning !== null) own++;
    const isEmpty = readText(text) === '';
    texts.push(isEmpty ? (above?.cells[i] ?? null) : text);
    claims.push(isEmpty ? meaningOf(above?.cells[i]) : meaning);
  }
  const meanings = settle(texts, claims);
  const fields = new Set(meanings.flatMap((meaning) => (meaning === null ? [] : [meaning.field])));
  const hasPlace = fields.has('room') || fields.has('address') || fields.has('building');
  if (own < 2 || fields.size < 3 || !hasPlace || !(fields.has('area') || fields.has('owner'))) return null;
  return { row, texts, meanings, fields: fields.size };
};

/** As written, so that the administrator recognises it. */
const asWritten = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim().slice(0, 60) : readText(cell);

const samplesOf = (rows: readonly SheetRow[], index: number): string[] => {
  const samples: string[] = [];
  for (const { cells } of rows) {
    const text = readText(cells[index]);
    if (text !== '') samples.push(text);
    if (samples.length === 3) break;
  }
  return samples;
};

const describe = (
  sheet: Sheet,
  row: number,
  texts: readonly Cell[],
  mapping: Mapping,
  exact: Set<number>,
): Column[] => {
  const below = sheet.rows.filter((r) => r.row > row).slice(0, 50);
  const width = below.reduce((widest, { cells }) => Math.max(widest, cells.length), texts.length);
  const fieldAt = new Map(Object.entries(mapping).map(([field, index]) => [index, field as FieldName]));
  return Array.from({ length: width }, (_, index) => {
    const field = fieldAt.get(index) ?? null;
    const confidence = field === null ? 'none' : exact.has(index) ? 'exact' : 'likely';
    return { index, heading: asWritten(texts[index]), field, confidence, samples: samplesOf(below, index) } as const;
  });
};

/**
 * Finds the heading row of a sheet by meaning, wherever it stands in the first thirty rows, under titles and merged
 * cells; null when no row names a place and an area or owner.
 */
export const findHeadings = (sheet: Sheet): Headings | null => {
  let best: Found | null = null;
  sheet.rows.slice(0, rowsToSearch).forEach((row, i, rows) => {
    const before = rows[i - 1];
    const found = judge(row, before?.row === row.row - 1 ? before : undefined);
    if (found !== null && found.fields > (best?.fields ?? 0)) best = found;
  });
  if (best === null) return null;
  const { row, texts, meanings } = best as Found;
  const mapping: Record<FieldName, number | null> = { ...noColumns };
  const exact = new Set<number>();
  meanings.forEach((meaning, i) => {
    if (meaning === null) return;
    mapping[meaning.field] = i;
    if (meaning.weight > 50) exact.add(i);
  });
  return { row: row.row, mapping, columns: describe(sheet, row.row, texts, mapping, exact) };
};

/**
 * Applies the administrator's corrections: a field goes to the column given, and that column loses its former field.
 * `row` says where the headings stand when they were not found (0: the sheet has none).
 */
export const correctHeadings = (
  sheet: Sheet,
  found: Headings | null,
  corrections: { readonly row?: number; readonly mapping: Readonly<Partial<Record<FieldName, number | null>>> },
): Headings => {
  const row = corrections.row ?? found?.row ?? 0;
  const mapping: Record<FieldName, number | null> = { ...(found?.mapping ?? noColumns) };
  for (const [field, index] of Object.entries(corrections.mapping) as [FieldName, number | null][]) {
    for (const other of Object.keys(mapping) as FieldName[]) {
      if (index !== null && mapping[other] === index) mapping[other] = null;
    }
    mapping[field] = index;
  }
  const headingRow = sheet.rows.find((r) => r.row === row);
  const texts = found !== null && found.row === row ? found.columns.map((c) => c.heading) : (headingRow?.cells ?? []);
  const exact = new Set(Object.values(mapping).filter((index): index is number => index !== null));
  return { row, mapping, columns: describe(sheet, row, texts, mapping, exact) };
};
