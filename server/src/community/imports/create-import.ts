import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { noColumns } from '@bandeng/shared/community/register/fields.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Deps } from '../../platform/deps.ts';
import { attachFiles } from '../../platform/files/attach.ts';
import type { Act } from '../act.ts';
import { mainSheetOf, openRegisterFile, sampleOf } from './open-file.ts';
import { readImport, storedReport, type ImportReport } from './report.ts';

/** What a file looks like before the administrator has said anything about it. */
export interface FirstLook {
  readonly fileId: string;
  readonly fileName: string;
  readonly report: ImportReport;
}

/** Opens the file and looks for its headings. Refuses not-found, unsupported-type, too-large, file-unreadable. */
export const lookAtFile = async (deps: Deps, actor: Actor, fileId: string): Promise<Result<FirstLook>> => {
  const opened = await openRegisterFile(deps, actor, fileId, null);
  if (!opened.ok) return opened;
  const { spreadsheet, name } = opened.value;
  const main = mainSheetOf(spreadsheet.sheets);
  if (main === null) return refuse('file-unreadable', { field: 'fileId' });
  const { sheet, headings } = main;
  const headingRow = headings?.row ?? null;
  const report: ImportReport = {
    encoding: spreadsheet.encoding ?? null,
    sheet: sheet.name,
    sheetRows: sheet.rows.length,
    headingRow,
    headings: headings?.columns.map(({ heading }) => heading) ?? [],
    mapping: { ...(headings?.mapping ?? noColumns) },
    sample: sampleOf(sheet, headingRow),
    summary: null,
    difference: null,
    check: null,
    provided: [],
    compounds: [],
    refusedKeys: [],
  };
  return ok({ fileId, fileName: name, report });
};

/** Begins an import; nothing of the register changes yet. Refuses not-found, file-attached. */
export const createImport = async (
  { tx, actor, now, newId }: Act,
  look: FirstLook,
): Promise<Result<RegisterImport>> => {
  const { communityId, residentId: byId } = actor;
  const id = newId();
  const attached = await attachFiles(tx, actor, [look.fileId], { kind: 'import', id });
  if (!attached.ok) return attached;
  const { fileId, fileName, report } = look;
  const row = { communityId, id, fileId, fileName, status: 'mapping', at: now, byId, report: storedReport(report) };
  await tx.insert(tx.t.imports).values({ ...row, endMissing: false, applied: 0, total: 0, failure: null });
  const made = await readImport(tx, communityId, id);
  if (made === null) throw new Error('an import that was just written is not there');
  return ok(made);
};
