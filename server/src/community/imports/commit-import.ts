import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, ne } from 'drizzle-orm';
import { setTimer } from '../../platform/jobs/timers.ts';
import type { Act } from '../act.ts';
import { writeLog } from '../write-log.ts';
import { findImport, readImport, reportOf, type Status } from './report.ts';

export const applyTimer = 'apply-import';

const refuseCommit = (status: Status): 'import-not-checked' | 'import-running' | 'import-ended' | null => {
  switch (status) {
    case 'checked':
      return null;
    case 'mapping':
      return 'import-not-checked';
    case 'running':
      return 'import-running';
    case 'done':
    case 'failed':
    case 'cancelled':
      return 'import-ended';
  }
};

/**
 * Starts applying a checked import, one at a time in a community. The rows are applied by a timer, some hundreds per
 * write, so that it survives restarts and holds nobody up.
 * @param input.endMissing whether dwellings that the file no longer has leave the register
 * Refuses not-found, import-not-checked, import-ended, import-running (this one or another).
 */
export const commitImport = async (
  { tx, actor, now, newId }: Act,
  input: { readonly importId: string; readonly endMissing: boolean },
): Promise<Result<RegisterImport>> => {
  const { communityId, residentId: byId } = actor;
  const { importId, endMissing } = input;
  const found = await findImport(tx, communityId, importId);
  if (found === null) return refuse('not-found');
  const refused = refuseCommit(found.status as Status);
  if (refused !== null) return refuse(refused);
  const { imports: i } = tx.t;
  const [running] = await tx
    .select({ id: i.id })
    .from(i)
    .where(and(eq(i.communityId, communityId), eq(i.status, 'running'), ne(i.id, importId)));
  if (running !== undefined) return refuse('import-running');
  const total = found.total + (endMissing ? (reportOf(found).difference?.missing ?? 0) : 0);
  await tx
    .update(i)
    .set({ status: 'running', endMissing, total, applied: 0 })
    .where(and(eq(i.communityId, communityId), eq(i.id, importId)));
  await setTimer(tx, { communityId, kind: applyTimer, subjectId: importId, dueAt: now });
  const body = { fileName: found.fileName, rows: found.total, endMissing };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'import-committed', subjectId: importId, body });
  const started = await readImport(tx, communityId, importId);
  return started === null ? refuse('not-found') : ok(started);
};
