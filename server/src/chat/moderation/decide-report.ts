import type { Report } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from '../../community/act.ts';
import type { Db } from '../../platform/store/store.ts';
import { changeMessage } from '../change-message.ts';
import { findMessage } from '../load-message.ts';
import { writeModeration } from '../write-moderation.ts';
import { lockModerated } from './lock-moderated.ts';
import { muteIn } from './mute-member.ts';
import { presentReports, type ReportRow } from './present-reports.ts';

const findReport = async (db: Db, communityId: string, reportId: string): Promise<ReportRow | undefined> => {
  const { messageReports: r } = db.t;
  const [found] = await db
    .select()
    .from(r)
    .where(and(eq(r.communityId, communityId), eq(r.id, reportId)));
  return found;
};

interface Decision {
  readonly reportId: string;
  readonly uphold: boolean;
  /** Of silence for the author when upheld; 0 for none. */
  readonly muteMinutes: number;
  readonly reason: string;
}

/**
 * Upholds a report, which deletes the message if it still stands and may silence its author, or dismisses it.
 * Refuses not-found (also to whoever does not keep order there), own-message, already-decided, moderator-immune.
 */
export const decideReport = async (act: Act, decision: Decision): Promise<Result<Report>> => {
  const { tx, actor, now } = act;
  const { communityId, residentId: by } = actor;
  const { reportId, uphold, muteMinutes, reason } = decision;
  const found = await findReport(tx, communityId, reportId);
  const moderated = found && (await lockModerated(tx, actor, found.groupId));
  const report = moderated && (await findReport(tx, communityId, reportId));
  const message = report && (await findMessage(tx, communityId, report.groupId, report.seq));
  if (!moderated || !report || !message || message.authorId === null) return refuse('not-found');
  if (message.authorId === by) return refuse('own-message');
  if (report.status !== 'open') return refuse('already-decided');
  const { group, facts } = moderated;
  const about = { groupId: group.id, seq: report.seq, aboutId: message.authorId, reason };
  await writeModeration(act, { action: uphold ? 'report-upheld' : 'report-dismissed', ...about });
  if (uphold && message.state === 'shown') {
    await changeMessage(tx, group, report.seq, { state: 'deleted', by, reason }, now);
    await writeModeration(act, { action: 'deleted', ...about });
  }
  if (uphold && muteMinutes > 0) {
    const muting = { groupId: group.id, residentId: message.authorId, minutes: muteMinutes, reason };
    const muted = await muteIn(act, group, facts, muting);
    // Somebody who has left the group cannot be silenced in it; the report stands all the same.
    if (!muted.ok && muted.refusal.code !== 'not-found') return muted;
  }
  const { messageReports: r } = tx.t;
  const decided = { status: uphold ? 'upheld' : 'dismissed', decidedBy: by, decidedAt: now, reason };
  await tx
    .update(r)
    .set(decided)
    .where(and(eq(r.communityId, communityId), eq(r.id, reportId)));
  const [shown] = await presentReports(tx, communityId, [{ ...report, ...decided }]);
  if (shown === undefined) throw new Error('a decided report cannot be shown');
  return ok(shown);
};
