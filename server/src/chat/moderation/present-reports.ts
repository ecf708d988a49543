import type { Report } from '@bandeng/shared/chat/schemas.ts';
import type { ReportReason } from '@bandeng/shared/chat/vocabulary.ts';
import { and, asc, between, eq, inArray } from 'drizzle-orm';
import type { Schema } from '../../platform/store/schema.ts';
import type { Db } from '../../platform/store/store.ts';
import { presentMessages, presentOriginal } from '../present-message.ts';
import { loadGroupNames } from './group-names.ts';
import { loadLabels } from './load-labels.ts';

export type ReportRow = Schema['messageReports']['$inferSelect'];

/** Messages shown before and after what was reported. */
const around = 3;

type Around = Pick<Report, 'message' | 'context'>;

const loadAround = async (db: Db, { communityId, groupId, seq }: ReportRow): Promise<Around> => {
  const { messages: m } = db.t;
  const rows = await db
    .select()
    .from(m)
    .where(and(eq(m.communityId, communityId), eq(m.groupId, groupId), between(m.seq, seq - around, seq + around)))
    .orderBy(asc(m.seq));
  const [message] = await presentOriginal(db, communityId, groupId, rows.filter((row) => row.seq === seq));
  if (message === undefined) throw new Error('a report of a message that is not there');
  return { message, context: await presentMessages(db, communityId, groupId, rows.filter((row) => row.seq !== seq)) };
};

const loadReasons = async (db: Db, communityId: string, ids: readonly string[]) => {
  const { messageReporters: p } = db.t;
  if (ids.length === 0) return [];
  return db
    .select()
    .from(p)
    .where(and(eq(p.communityId, communityId), inArray(p.reportId, [...ids])))
    .orderBy(asc(p.at), asc(p.residentId));
};

/** Reports for those who decide about them: what was said, what stood around it, who objects and why. */
export const presentReports = async (db: Db, communityId: string, rows: readonly ReportRow[]): Promise<Report[]> => {
  const names = await loadGroupNames(db, communityId, rows.map(({ groupId }) => groupId));
  const reasons = await loadReasons(db, communityId, rows.map(({ id }) => id));
  const groupOf = new Map(rows.map(({ id, groupId }) => [id, groupId]));
  const said = reasons.map(({ reportId, residentId }) => [groupOf.get(reportId) ?? '', residentId] as const);
  const labelOf = await loadLabels(db, communityId, said);
  const reports: Report[] = [];
  for (const row of rows) {
    const { id, groupId, seq, at } = row;
    reports.push({
      id,
      groupId,
      groupName: names.get(groupId) ?? '',
      seq,
      ...(await loadAround(db, row)),
      reasons: reasons
        .filter(({ reportId }) => reportId === id)
        .map(({ reason, note, residentId, at: saidAt }) => ({
          reason: reason as ReportReason,
          note,
          by: labelOf(groupId, residentId).label,
          at: saidAt,
        })),
      status: row.status as Report['status'],
      at,
    });
  }
  return reports;
};
