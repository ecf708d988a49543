import { findNewPhones } from '@bandeng/shared/community/find-new-phones.ts';
import { compareWithCommunity } from '@bandeng/shared/community/plan-import.ts';
import type { RegisterDraft } from '@bandeng/shared/community/register/draft.ts';
import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import type { DwellingFacts } from '@bandeng/shared/community/stand-beside.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../platform/http/actor.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Act } from '../act.ts';
import { loadAreas } from '../areas.ts';
import { loadSettings } from '../settings.ts';
import { checkFile, readMapping, type MappingInput } from './check-file.ts';
import { loadFacts } from './load-facts.ts';
import { openRegisterFile, sampleOf } from './open-file.ts';
import { presentDifference } from './present-difference.ts';
import {
  findImport,
  readImport,
  reportOf,
  storedReport,
  type ImportReport,
  type Status,
  type WaitingRow,
} from './report.ts';
import { refuseCheck, stageRows, type StagedRow } from './stage-rows.ts';

/** A dry run whose rows are kept and wait for the import to be committed. */
export interface DryRun {
  readonly check: string;
  readonly report: ImportReport;
  readonly total: number;
}

/** The compound that a file without a name for it must mean: the only one there is, or the community itself. */
const standingCompound = (deps: Deps, communityId: string): Promise<string> =>
  deps.store.read(async (db) => {
    const compounds = (await loadAreas(db, communityId)).filter(({ kind }) => kind === 'compound');
    const [only, second] = compounds;
    return only !== undefined && second === undefined ? only.name : (await loadSettings(db, communityId)).name;
  });

const rowsOf = (draft: RegisterDraft, community: readonly DwellingFacts[]): StagedRow[] => {
  const phones = new Map<number, WaitingRow['newPhones']>();
  for (const { position, residentId, phone } of findNewPhones(community, draft.dwellings)) {
    phones.set(position, [...(phones.get(position) ?? []), { residentId, phone }]);
  }
  const accepted = draft.dwellings.map((dwelling, i): WaitingRow => ({ dwelling, newPhones: phones.get(i) ?? [] }));
  const refused = draft.rejected.map(({ row, column, code, sentence, firstRow }) => ({
    row,
    column,
    code,
    ...sentence,
    ...(firstRow === undefined ? {} : { firstRow }),
  }));
  return [
    ...accepted.map((body) => ({ refused: false, body: { ...body } })),
    ...refused.map((body) => ({ refused: true, body })),
  ];
};

const compoundsOf = ({ dwellings }: RegisterDraft): string[] => {
  const names = new Set(dwellings.map(({ key }) => key.slice(0, key.indexOf('/'))));
  return [...names].flatMap((name) => [name, `${name}小区`]);
};

/**
 * Reads the file by the administrator's mapping, compares it with the community as it stands and keeps the rows. Outside
 * any transaction, because reading 12,640 rows takes its time; what it writes is worthless until `checkImport` confirms it.
 * Refuses not-found, import-running, import-ended, bad-request, mapping-twice, mapping-incomplete, headings-missing,
 * file-unreadable, version-conflict.
 */
export const dryRun = async (
  deps: Deps,
  actor: Actor,
  importId: string,
  input: MappingInput,
): Promise<Result<DryRun>> => {
  const { communityId } = actor;
  const found = await deps.store.read((db) => findImport(db, communityId, importId));
  if (found === null) return refuse('not-found');
  const refused = refuseCheck(found.status as Status);
  if (refused !== null) return refuse(refused);
  const mapping = readMapping(input.mapping);
  if (!mapping.ok) return mapping;
  const opened = await openRegisterFile(deps, actor, found.fileId, importId);
  if (!opened.ok) return opened;
  const { sheets } = opened.value.spreadsheet;
  const before = reportOf(found);
  const compound = await standingCompound(deps, communityId);
  const checked = checkFile(
    sheets,
    before.sheet,
    mapping.value,
    input.headingRow ?? before.headingRow ?? undefined,
    compound,
  );
  if (!checked.ok) return checked;
  const { draft, headings } = checked.value;
  const community = await deps.store.read((db) => loadFacts(db, communityId, null));
  const check = deps.newId();
  const staged = await stageRows(deps, communityId, importId, check, rowsOf(draft, community));
  if (!staged.ok) return staged;
  const main = sheets.find(({ name }) => name === before.sheet);
  const { people = null, ...summary } = draft.summary;
  const report: ImportReport = {
    ...before,
    headingRow: headings.row,
    headings: headings.columns.map(({ heading }) => heading),
    mapping: { ...mapping.value },
    sample: main === undefined ? before.sample : sampleOf(main, headings.row),
    summary: { ...summary, people },
    difference: presentDifference(community, compareWithCommunity(community, draft)),
    check,
    provided: [...draft.provided],
    compounds: compoundsOf(draft),
    refusedKeys: draft.rejected.flatMap(({ key }) => (key === null ? [] : [key])),
  };
  return ok({ check, report, total: draft.dwellings.length });
};

/** Confirms a dry run: its rows can be committed now. Refuses version-conflict (another check began meanwhile). */
export const checkImport = async (
  { tx, actor }: Act,
  importId: string,
  run: DryRun,
): Promise<Result<RegisterImport>> => {
  const { communityId } = actor;
  const found = await findImport(tx, communityId, importId);
  if (found === null) return refuse('not-found');
  if (found.status !== 'mapping' || reportOf(found).check !== run.check) return refuse('version-conflict');
  const { imports: i } = tx.t;
  await tx
    .update(i)
    .set({ status: 'checked', report: storedReport(run.report), applied: 0, total: run.total })
    .where(and(eq(i.communityId, communityId), eq(i.id, importId)));
  const checked = await readImport(tx, communityId, importId);
  return checked === null ? refuse('not-found') : ok(checked);
};
