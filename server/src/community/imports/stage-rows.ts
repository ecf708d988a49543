import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Deps } from '../../platform/deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import { findImport, reportOf, storedReport, type Status } from './report.ts';

/** Rows written at a time: between two chunks other people's commands have their turn. */
const chunkRows = 500;

export interface StagedRow {
  readonly refused: boolean;
  readonly body: Record<string, unknown>;
}

/** Why an import in this state takes no further check; null when it does. */
export const refuseCheck = (status: Status): 'import-running' | 'import-ended' | null => {
  switch (status) {
    case 'mapping':
    case 'checked':
      return null;
    case 'running':
      return 'import-running';
    case 'done':
    case 'failed':
    case 'cancelled':
      return 'import-ended';
  }
};

/** Whether the import still waits for the rows of this check, and not of a later one. */
const isCurrent = async (tx: Tx, communityId: string, importId: string, check: string): Promise<boolean> => {
  const found = await findImport(tx, communityId, importId);
  return found !== null && found.status === 'mapping' && reportOf(found).check === check;
};

/** Puts the import back to before any check, so that half-written rows can never be committed. */
const begin = (deps: Deps, communityId: string, importId: string, check: string): Promise<Result<void>> =>
  deps.store.write(async (tx) => {
    await tx.lock(`community:${communityId}`);
    const found = await findImport(tx, communityId, importId);
    if (found === null) return refuse('not-found');
    const refused = refuseCheck(found.status as Status);
    if (refused !== null) return refuse(refused);
    const { imports: i, importRows: r } = tx.t;
    const report = storedReport({ ...reportOf(found), check });
    await tx
      .update(i)
      .set({ status: 'mapping', report })
      .where(and(eq(i.communityId, communityId), eq(i.id, importId)));
    await tx.delete(r).where(and(eq(r.communityId, communityId), eq(r.importId, importId)));
    return ok(undefined);
  });

/**
 * Keeps the rows of a check, in order, accepted and refused ones counted apart.
 * Refuses not-found, import-running, import-ended, version-conflict (another check began meanwhile).
 */
export const stageRows = async (
  deps: Deps,
  communityId: string,
  importId: string,
  check: string,
  rows: readonly StagedRow[],
): Promise<Result<void>> => {
  const begun = await begin(deps, communityId, importId, check);
  if (!begun.ok) return begun;
  const positions = { accepted: 0, refused: 0 };
  const numbered = rows.map(({ refused, body }) => {
    const position = refused ? positions.refused++ : positions.accepted++;
    return { communityId, importId, refused, position, body };
  });
  for (let start = 0; start < numbered.length; start += chunkRows) {
    const kept = await deps.store.write(async (tx) => {
      await tx.lock(`community:${communityId}`);
      if (!(await isCurrent(tx, communityId, importId, check))) return false;
      await tx.insert(tx.t.importRows).values(numbered.slice(start, start + chunkRows));
      return true;
    });
    if (!kept) return refuse('version-conflict');
  }
  return ok(undefined);
};
