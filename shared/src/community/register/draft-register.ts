import { refuse, ok, type Result } from '../../kernel/refusal.ts';
import { checkRegister, type SheetToRead } from './check-register.ts';
import type { RegisterDraft } from './draft.ts';
import { missingFields, type FieldName } from './fields.ts';
import { correctHeadings, findHeadings, type Headings } from './find-headings.ts';
import type { Sheet } from './sheet.ts';
import { spreadMerges } from './spread-merges.ts';

export interface Corrections {
  /** Spreadsheet number of the heading row; 0 when the sheet has none. */
  readonly row?: number;
  readonly mapping: Readonly<Partial<Record<FieldName, number | null>>>;
}

export interface DraftOptions {
  /** Name of the compound where the file gives none. */
  readonly compound?: string;
  /** The administrator's corrections, by sheet name. */
  readonly corrections?: Readonly<Record<string, Corrections>>;
  /** Names of the sheets to read; all that have headings when left out. */
  readonly sheets?: readonly string[];
}

export interface RegisterReading {
  readonly headings: readonly { readonly sheet: string; readonly headings: Headings }[];
  readonly draft: RegisterDraft;
}

/** From the sheets of a file to a dry run; refuses a file in which the columns cannot be told. */
export const draftRegister = (
  sheets: readonly Sheet[],
  options: DraftOptions = {},
): Result<RegisterReading, 'headings-not-found' | 'column-missing'> => {
  const chosen: SheetToRead[] = [];
  for (const sheet of sheets) {
    if (options.sheets !== undefined && !options.sheets.includes(sheet.name)) continue;
    const spread = spreadMerges(sheet);
    const found = findHeadings(spread);
    const corrections = options.corrections?.[sheet.name];
    const headings = corrections === undefined ? found : correctHeadings(spread, found, corrections);
    if (headings === null) continue;
    const exceptArea = { column: headings.mapping.area, below: headings.row };
    chosen.push({ sheet: spreadMerges(sheet, exceptArea), headings });
  }
  if (chosen.length === 0) return refuse('headings-not-found');
  const complete = chosen.filter(({ headings }) => missingFields(headings.mapping).length === 0);
  const [first] = chosen;
  if (complete.length === 0 && first !== undefined) {
    const missing = missingFields(first.headings.mapping);
    return refuse('column-missing', { details: { sheet: first.sheet.name, fields: missing.join(',') } });
  }
  const headings = complete.map((read) => ({ sheet: read.sheet.name, headings: read.headings }));
  const { compound } = options;
  return ok({ headings, draft: checkRegister(complete, compound === undefined ? {} : { compound }) });
};
