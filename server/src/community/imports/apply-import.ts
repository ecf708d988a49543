import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { TimerHandler } from '../../platform/jobs/timer-handler.ts';
import { setTimer } from '../../platform/jobs/timers.ts';
import { writeLog } from '../write-log.ts';
import type { Applying } from './applying.ts';
import { applyRows } from './apply-rows.ts';
import { endImport } from './end-import.ts';
import { removeMissing } from './remove-missing.ts';
import { findImport, reportOf, type WaitingRow } from './report.ts';

/** Rows in one write: some tenths of a second, so that other people's commands hardly wait. */
const chunkRows = 500;

/** A chunk that fails this often in a row will not succeed by waiting. */
const tries = 5;

const loadChunk = async ({ tx, communityId, importId }: Applying, from: number): Promise<WaitingRow[]> => {
  const { importRows: r } = tx.t;
  const rows = await tx
    .select({ body: r.body })
    .from(r)
    .where(
      and(
        eq(r.communityId, communityId),
        eq(r.importId, importId),
        eq(r.refused, false),
        gte(r.position, from),
        lt(r.position, from + chunkRows),
      ),
    )
    .orderBy(asc(r.position));
  return rows.map(({ body }) => body as unknown as WaitingRow);
};

/**
 * Applies one chunk and sets the timer for the next: progress and what was applied are one write, so a restart goes on
 * from there.
 */
export const applyImport: TimerHandler = {
  lock: ({ communityId }) => `community:${communityId}`,
  run: async (tx, { communityId, kind, subjectId: importId, dueAt }, { now, newId }) => {
    const found = await findImport(tx, communityId, importId);
    if (found === null || found.status !== 'running') return;
    const report = reportOf(found);
    const applying: Applying = { tx, communityId, importId, byId: found.byId, provided: report.provided, now, newId };
    const rows = await loadChunk(applying, found.applied);
    await applyRows(applying, rows);
    let done = rows.length;
    let more = rows.length === chunkRows;
    if (!more && found.endMissing) {
      const missing = await removeMissing(applying, report.compounds, new Set(report.refusedKeys), chunkRows);
      done += missing.removed;
      more = missing.more;
    }
    const { imports: i } = tx.t;
    const applied = found.applied + done;
    const here = and(eq(i.communityId, communityId), eq(i.id, importId));
    await tx
      .update(i)
      .set(more ? { applied } : { applied, total: applied })
      .where(here);
    // Due at another time it is another timer, which the runner does not take for the one that just ran.
    if (more) return setTimer(tx, { communityId, kind, subjectId: importId, dueAt: dueAt - 1 });
    await endImport(tx, communityId, importId, 'done', now);
    const body = { status: 'done', applied };
    await writeLog(tx, newId, { communityId, at: now, byId: found.byId, kind: 'import-ended', subjectId: importId, body });
  },
  giveUp: {
    after: tries,
    // The administrator learns of it and may import the file again: what was applied is the same then and stays.
    run: async (tx, { communityId, subjectId: importId }, { now, newId }) => {
      const found = await findImport(tx, communityId, importId);
      if (found === null || found.status !== 'running') return;
      await endImport(tx, communityId, importId, 'failed', now);
      const body = { status: 'failed', applied: found.applied };
      await writeLog(tx, newId, { communityId, at: now, byId: found.byId, kind: 'import-ended', subjectId: importId, body });
    },
  },
};
