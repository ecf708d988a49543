import type { ModerationEntry } from '@bandeng/shared/chat/schemas.ts';
import type { ModerationAction } from '@bandeng/shared/chat/vocabulary.ts';
import { readsWholeLog } from '@bandeng/shared/chat/who-moderates.ts';
import { and, desc, eq } from 'drizzle-orm';
import { pageOf } from '../../community/paging.ts';
import { cursorAt, olderThan } from '../../deliberation/newest-first.ts';
import type { Actor } from '../../platform/http/actor.ts';
import type { Db } from '../../platform/store/store.ts';
import { loadGroupNames } from './group-names.ts';
import type { Paging } from './list-held.ts';
import { loadLabels } from './load-labels.ts';
import { loadOrderScope, within } from './order-scope.ts';

/**
 * Who kept order, how and why, newest first: in the groups whose order one keeps, in all for who answers for all or
 * supervise. Never what was said.
 */
export const listModerationLog = async (db: Db, actor: Actor, { cursor, limit = 50 }: Paging) => {
  const { moderationLog: l } = db.t;
  const { communityId } = actor;
  const scope = readsWholeLog(actor.roles) ? 'everywhere' : await loadOrderScope(db, actor);
  const rows = await db
    .select()
    .from(l)
    .where(and(eq(l.communityId, communityId), within(scope, l.groupId), olderThan(cursor, l.at, l.id)))
    .orderBy(desc(l.at), desc(l.id))
    .limit(limit + 1);
  const names = await loadGroupNames(db, communityId, rows.map(({ groupId }) => groupId));
  const people = rows.flatMap(({ groupId, byId, aboutId }) => [[groupId, byId] as const, [groupId, aboutId] as const]);
  const labelOf = await loadLabels(db, communityId, people);
  const show = ({ id, at, byId, action, groupId, seq, aboutId, reason }: (typeof rows)[number]): ModerationEntry => ({
    id,
    at,
    by: labelOf(groupId, byId).label,
    action: action as ModerationAction,
    groupId,
    groupName: names.get(groupId) ?? '',
    seq,
    about: aboutId === null ? '' : labelOf(groupId, aboutId).label,
    reason,
  });
  return pageOf(rows, limit, ({ at, id }) => cursorAt(at, id), show);
};
