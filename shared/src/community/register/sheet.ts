/** One cell as a spreadsheet stores it. Dates, formulas and rich text are reduced to these by the reader. */
export type Cell = string | number | null;

/** A row with its spreadsheet number (the first row is 1, blank rows keep their number). */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Cells shown as one: rows numbered as the spreadsheet does, columns from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  /** Rows with something in them, ascending. */
  readonly rows: readonly SheetRow[];
  readonly merges?: readonly Merge[];
}

/** The letter(s) a spreadsheet shows above a column: 0 → A, 26 → AA. */
export const columnLetter = (index: number): string => {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
};
