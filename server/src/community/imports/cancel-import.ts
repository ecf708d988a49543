import type { RegisterImport } from '@bandeng/shared/community/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { clearTimer } from '../../platform/jobs/timers.ts';
import type { Act } from '../act.ts';
import { writeLog } from '../write-log.ts';
import { applyTimer } from './commit-import.ts';
import { endImport } from './end-import.ts';
import { findImport, readImport } from './report.ts';

/**
 * Gives an import up. What a running one has applied stays; importing the file again goes on from there.
 * Refuses not-found, import-ended.
 */
export const cancelImport = async (
  { tx, actor, now, newId }: Act,
  importId: string,
): Promise<Result<RegisterImport>> => {
  const { communityId, residentId: byId } = actor;
  const found = await findImport(tx, communityId, importId);
  if (found === null) return refuse('not-found');
  if (found.status === 'done' || found.status === 'failed' || found.status === 'cancelled')
    return refuse('import-ended');
  await clearTimer(tx, { communityId, kind: applyTimer, subjectId: importId });
  await endImport(tx, communityId, importId, 'cancelled', now);
  const body = { status: 'cancelled', applied: found.applied };
  await writeLog(tx, newId, { communityId, at: now, byId, kind: 'import-ended', subjectId: importId, body });
  const ended = await readImport(tx, communityId, importId);
  return ended === null ? refuse('not-found') : ok(ended);
};
