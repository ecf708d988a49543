import type { Appeal, MyAppeal } from '@bandeng/shared/chat/schemas.ts';
import type { Schema } from '../../platform/store/schema.ts';
import type { Db } from '../../platform/store/store.ts';
import { findMessage } from '../load-message.ts';
import { presentOriginal } from '../present-message.ts';
import { loadGroupNames } from './group-names.ts';
import { loadLabels } from './load-labels.ts';

export type AppealRow = Schema['messageAppeals']['$inferSelect'];

/** Appeals for those who review deletions, with the original. */
export const presentAppeals = async (db: Db, communityId: string, rows: readonly AppealRow[]): Promise<Appeal[]> => {
  const names = await loadGroupNames(db, communityId, rows.map(({ groupId }) => groupId));
  const appeals: Appeal[] = [];
  for (const row of rows) {
    const { id, groupId, seq, text, at, reason } = row;
    const original = await findMessage(db, communityId, groupId, seq);
    const [message] = original === undefined ? [] : await presentOriginal(db, communityId, groupId, [original]);
    if (original === undefined || message === undefined) throw new Error('an appeal about a message that is not there');
    const labelOf = await loadLabels(db, communityId, [[groupId, original.stateBy]]);
    const deletedBy = original.stateBy === null ? '' : labelOf(groupId, original.stateBy).label;
    const deletion = { deletedBy, deletedReason: original.stateReason };
    const where = { groupId, groupName: names.get(groupId) ?? '', seq };
    appeals.push({ id, ...where, message, ...deletion, text, at, status: row.status as Appeal['status'], reason });
  }
  return appeals;
};

/** Appeals for their author, with the decision. */
export const presentMyAppeals = async (db: Db, communityId: string, rows: readonly AppealRow[]): Promise<MyAppeal[]> => {
  const decidedAt = new Map(rows.map((row) => [row.id, row.decidedAt]));
  const appeals = await presentAppeals(db, communityId, rows);
  return appeals.map(({ id, groupId, groupName, seq, message, deletedReason, text, at, status, reason }) => ({
    id, groupId, groupName, seq, message, deletedReason, text, at, status, reason, decidedAt: decidedAt.get(id) ?? null,
  }));
};
