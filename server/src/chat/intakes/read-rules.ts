import type { Card } from '@bandeng/shared/chat/schemas.ts';
import type { IntakeKind } from '@bandeng/shared/chat/vocabulary.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { CardReader } from '../../platform/engine.ts';
import type { FileRule } from '../../platform/files/file-rule.ts';
import type { ChannelRule } from '../../platform/realtime/channel-rule.ts';
import { readChannelSeq } from '../../platform/realtime/publish.ts';
import { messageOfOwner } from '../read-message-file.ts';
import { concerns, loadHandlerScope, readable, seeIntake } from './intake-scope.ts';

/** Whoever may read an intake hears of its answer. */
export const followIntake: ChannelRule = async (db, actor, intakeId) =>
  (await seeIntake(db, actor, intakeId)) !== undefined;

/** What stands on the card of an intake: its number and title belong to those only who may read it. */
export const readIntakeCards =
  (kind: IntakeKind): CardReader =>
  async (db, actor, ids) => {
    const { communityId } = actor;
    const { intakes: i } = db.t;
    const cursors = new Map<string, number>();
    // Before the rows: what changes in between is then heard once more, never missed.
    for (const id of ids) cursors.set(id, await readChannelSeq(db, communityId, `intake:${id}`));
    const rows = await db
      .select()
      .from(i)
      .where(and(eq(i.communityId, communityId), eq(i.kind, kind), inArray(i.id, [...ids])));
    const seen = await readable(db, await loadHandlerScope(db, actor), rows);
    return seen.map(({ id, title, status }): Card => ({
      kind,
      id,
      title,
      state: status,
      numbers: {},
      dueAt: null,
      action: 'open',
      sessionId: null,
      channel: channelName(communityId, 'intake', id),
      cursor: cursors.get(id) ?? 0,
    }));
  };

/** The picture of a message that was handed on: also who handed it on and who handles it, in the group or not. */
export const readHandedOnFile: FileRule = async (db, viewer, { communityId, id, ownerId }) => {
  if (viewer === null || ownerId === null) return false;
  const { intakes: i } = db.t;
  const { groupId } = messageOfOwner(ownerId);
  const rows = await db
    .select()
    .from(i)
    .where(and(eq(i.communityId, communityId), eq(i.groupId, groupId)));
  const naming = rows.filter(({ fileIds }) => fileIds.includes(id));
  const scope = await loadHandlerScope(db, viewer);
  return naming.some((row) => concerns(scope, row));
};
