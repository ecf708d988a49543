import type { Appeal } from '@bandeng/shared/chat/schemas.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Act } from '../../community/act.ts';
import type { Db } from '../../platform/store/store.ts';
import { changeMessage } from '../change-message.ts';
import { lockGroup } from '../load-group.ts';
import { findMessage } from '../load-message.ts';
import { writeModeration } from '../write-moderation.ts';
import { presentAppeals, type AppealRow } from './present-appeals.ts';
import { tellPerson } from './tell-person.ts';

const findAppeal = async (db: Db, communityId: string, appealId: string): Promise<AppealRow | undefined> => {
  const { messageAppeals: a } = db.t;
  const [found] = await db
    .select()
    .from(a)
    .where(and(eq(a.communityId, communityId), eq(a.id, appealId)));
  return found;
};

/**
 * Gives a deleted message back or lets the deletion stand. Neither its author nor who deleted it has a say.
 * Refuses not-found, own-message, own-decision, already-decided.
 */
export const decideAppeal = async (
  act: Act,
  input: { readonly appealId: string; readonly restore: boolean; readonly reason: string },
): Promise<Result<Appeal>> => {
  const { tx, actor, now } = act;
  const { communityId, residentId: by } = actor;
  const { appealId, restore, reason } = input;
  const found = await findAppeal(tx, communityId, appealId);
  const group = found && (await lockGroup(tx, communityId, found.groupId));
  const appeal = group && (await findAppeal(tx, communityId, appealId));
  const message = appeal && (await findMessage(tx, communityId, appeal.groupId, appeal.seq));
  if (!group || !appeal || !message) return refuse('not-found');
  const { groupId, seq, byId } = appeal;
  if (byId === by) return refuse('own-message');
  if (message.stateBy === by) return refuse('own-decision');
  if (appeal.status !== 'open') return refuse('already-decided');
  if (restore) await changeMessage(tx, group, seq, { state: 'shown', by, reason }, now);
  await writeModeration(act, { action: restore ? 'restored' : 'appeal-refused', groupId, seq, aboutId: byId, reason });
  const { messageAppeals: a } = tx.t;
  const status = restore ? 'restored' : 'refused';
  const decided = { status, decidedBy: by, decidedAt: now, reason };
  await tx
    .update(a)
    .set(decided)
    .where(and(eq(a.communityId, communityId), eq(a.id, appealId)));
  await tellPerson(tx, { communityId, residentId: byId }, 'appeal-decided', { groupId, seq, status, reason }, now);
  const [shown] = await presentAppeals(tx, communityId, [{ ...appeal, ...decided }]);
  if (shown === undefined) throw new Error('a decided appeal cannot be shown');
  return ok(shown);
};
