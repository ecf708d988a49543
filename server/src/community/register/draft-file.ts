import { ok, type Result } from '@bandeng/shared/kernel/refusal.ts';
import {
  draftRegister,
  type DraftOptions,
  type RegisterReading,
} from '@bandeng/shared/community/register/draft-register.ts';
import { readSpreadsheet, type Spreadsheet, type SpreadsheetRefusal } from './read-spreadsheet.ts';

export interface FileDraft extends RegisterReading {
  readonly file: Pick<Spreadsheet, 'type' | 'encoding'>;
}

export type DraftRefusal = SpreadsheetRefusal | 'headings-not-found' | 'column-missing';

/** From the bytes of a register file to its dry run. */
export const draftFile = async (
  bytes: Buffer,
  filename: string,
  options: DraftOptions = {},
): Promise<Result<FileDraft, DraftRefusal>> => {
  const spreadsheet = await readSpreadsheet(bytes, filename);
  if (!spreadsheet.ok) return spreadsheet;
  const { sheets, ...file } = spreadsheet.value;
  const reading = draftRegister(sheets, options);
  return reading.ok ? ok({ ...reading.value, file }) : reading;
};
