import type { RegisterDifference, RegisterImport, RegisterSummary } from '@bandeng/shared/community/schemas.ts';
import type { DraftDwelling } from '@bandeng/shared/community/register/draft.ts';
import type { FieldName } from '@bandeng/shared/community/register/fields.ts';
import { and, count, desc, eq } from 'drizzle-orm';
import type { Db } from '../../platform/store/store.ts';

/** What reading and checking a file found; kept with the import. */
export interface ImportReport {
  readonly encoding: string | null;
  /** Sheet whose headings the administrator sees and may correct. */
  readonly sheet: string;
  readonly sheetRows: number;
  readonly headingRow: number | null;
  readonly headings: string[];
  readonly mapping: Record<string, number | null>;
  readonly sample: string[][];
  readonly summary: RegisterSummary | null;
  readonly difference: RegisterDifference | null;
  /** The check whose rows are kept: a later one takes over. */
  readonly check: string | null;
  readonly provided: FieldName[];
  /** Both spellings of the compounds that the file speaks of (with and without 小区). */
  readonly compounds: string[];
  /** Dwellings that the file names only on refused rows. */
  readonly refusedKeys: string[];
}

/** One accepted row as it waits to be applied. */
export interface WaitingRow {
  readonly dwelling: DraftDwelling;
  /** Numbers that become known of people who are registered already. */
  readonly newPhones: { readonly residentId: string; readonly phone: string }[];
}

type ImportRecord = Db['t']['imports']['$inferSelect'];
export type Status = RegisterImport['status'];

export const reportOf = (row: Pick<ImportRecord, 'report'>): ImportReport => row.report as unknown as ImportReport;
export const storedReport = (report: ImportReport): Record<string, unknown> => ({ ...report });

const selectImports = (db: Db, communityId: string) => {
  const { imports: i, residents: r } = db.t;
  return db
    .select({ row: i, by: r.name })
    .from(i)
    .leftJoin(r, and(eq(r.communityId, i.communityId), eq(r.id, i.byId)))
    .where(eq(i.communityId, communityId))
    .$dynamic();
};

const countRefused = async (db: Db, communityId: string, importId: string): Promise<number> => {
  const { importRows: r } = db.t;
  const [found] = await db
    .select({ rows: count() })
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.importId, importId), eq(r.refused, true)));
  return found?.rows ?? 0;
};

/** The file was somebody's to upload, but its numbers are nobody's to read here again: enough is left to tell the column. */
const hidePhones = (text: string): string => text.replace(/(1[0-9]{2})[0-9]{4}([0-9]{4})(?![0-9])/g, '$1****$2');

const hideIn = (difference: RegisterDifference | null): RegisterDifference | null =>
  difference && {
    ...difference,
    examples: difference.examples.map((example) => ({
      ...example,
      fields: example.fields.map(({ field, before, after }) => ({ field, before: hidePhones(before), after: hidePhones(after) })),
    })),
  };

const present = (row: ImportRecord, by: string | null, rejectedCount: number): RegisterImport => {
  const report = reportOf(row);
  return {
    id: row.id,
    fileName: row.fileName,
    status: row.status as Status,
    at: row.at,
    by: by ?? '',
    encoding: report.encoding,
    sheetRows: report.sheetRows,
    headingRow: report.headingRow,
    headings: report.headings,
    mapping: report.mapping,
    sample: report.sample.map((row) => row.map(hidePhones)),
    summary: report.summary,
    difference: hideIn(report.difference),
    rejectedCount,
    progress: { done: row.applied, total: row.total },
    failure: row.failure as RegisterImport['failure'],
  };
};

export const findImport = async (db: Db, communityId: string, importId: string): Promise<ImportRecord | null> => {
  const { imports: i } = db.t;
  const [row] = await db
    .select()
    .from(i)
    .where(and(eq(i.communityId, communityId), eq(i.id, importId)));
  return row ?? null;
};

/** One import as the administrator follows it; null when there is none. */
export const readImport = async (db: Db, communityId: string, importId: string): Promise<RegisterImport | null> => {
  const { imports: i } = db.t;
  const [found] = await selectImports(db, communityId).where(and(eq(i.communityId, communityId), eq(i.id, importId)));
  return found === undefined ? null : present(found.row, found.by, await countRefused(db, communityId, importId));
};

/** The latest fifty imports, newest first. */
export const listImports = async (db: Db, communityId: string): Promise<RegisterImport[]> => {
  const { imports: i } = db.t;
  const rows = await selectImports(db, communityId).orderBy(desc(i.at), desc(i.id)).limit(50);
  const shown: RegisterImport[] = [];
  for (const { row, by } of rows) shown.push(present(row, by, await countRefused(db, communityId, row.id)));
  return shown;
};
