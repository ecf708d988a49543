import { findHeadings, type Headings } from '@bandeng/shared/community/register/find-headings.ts';
import { readText } from '@bandeng/shared/community/register/read-text.ts';
import type { Sheet } from '@bandeng/shared/community/register/sheet.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../platform/http/actor.ts';
import type { Deps } from '../../platform/deps.ts';
import { readKeptFile } from '../../platform/files/vault.ts';
import { readSpreadsheet, type Spreadsheet } from '../register/read-spreadsheet.ts';

export interface OpenedFile {
  readonly id: string;
  readonly name: string;
  readonly spreadsheet: Spreadsheet;
}

/** Reads a register that somebody uploaded. Refuses not-found, unsupported-type, too-large, file-unreadable. */
export const openRegisterFile = async (
  deps: Deps,
  actor: Actor,
  fileId: string,
  importId: string | null,
): Promise<Result<OpenedFile>> => {
  const { communityId, residentId } = actor;
  const [file] = await deps.store.read((db) => {
    const { files: f } = db.t;
    return db
      .select()
      .from(f)
      .where(and(eq(f.communityId, communityId), eq(f.id, fileId)));
  });
  const mine =
    importId === null ? file?.uploadedBy === residentId && file.ownerKind === null : file?.ownerId === importId;
  if (file === undefined || !mine) return refuse('not-found', { field: 'fileId' });
  const chunks: Buffer[] = [];
  for await (const chunk of readKeptFile(deps.config.dataDir, communityId, fileId)) chunks.push(chunk as Buffer);
  const read = await readSpreadsheet(Buffer.concat(chunks), file.name);
  return read.ok ? ok({ id: fileId, name: file.name, spreadsheet: read.value }) : read;
};

export interface MainSheet {
  readonly sheet: Sheet;
  readonly headings: Headings | null;
}

/** The sheet that the administrator sees: the longest with headings, or the longest. */
export const mainSheetOf = (sheets: readonly Sheet[]): MainSheet | null => {
  const judged = sheets.map((sheet) => ({ sheet, headings: findHeadings(sheet) }));
  const withHeadings = judged.filter(({ headings }) => headings !== null);
  const [main] = (withHeadings.length > 0 ? withHeadings : judged).sort(
    (a, b) => b.sheet.rows.length - a.sheet.rows.length,
  );
  return main ?? null;
};

/** The first rows below the headings (or of the sheet) as texts, for the administrator to recognise the columns. */
export const sampleOf = ({ rows }: Sheet, headingRow: number | null): string[][] => {
  const shown = rows.filter(({ row }) => row > (headingRow ?? 0)).slice(0, headingRow === null ? 10 : 5);
  const width = Math.min(100, Math.max(0, ...shown.map(({ cells }) => cells.length)));
  return shown.map(({ cells }) => Array.from({ length: width }, (_, i) => readText(cells[i]).slice(0, 60)));
};
