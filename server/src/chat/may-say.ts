import { isMuted, leads } from '@bandeng/shared/chat/allowed.ts';
import type { MessageInput } from '@bandeng/shared/chat/schemas.ts';
import type { GroupRole } from '@bandeng/shared/chat/vocabulary.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Engine } from '../platform/engine.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';
import { allowedTo, type GroupRow, type SeenGroup } from './load-group.ts';
import { findMessage } from './load-message.ts';
import { readCards } from './read-cards.ts';

const fine = ok(null);

/** Whether the member may speak in the group now at all. Refusals: group-dissolved, member-muted, group-quiet. */
export const maySpeak = (seen: SeenGroup, now: number): Result<null> => {
  const { mutedUntil } = seen.member;
  if (seen.group.dissolvedAt !== null) return refuse('group-dissolved');
  if (isMuted({ mutedUntil, now })) return refuse('member-muted', { details: { until: mutedUntil ?? now } });
  return allowedTo(seen, now).includes('speak') ? fine : refuse('group-quiet');
};

const mayQuote = async (db: Db, group: GroupRow, quoteSeq: number | undefined): Promise<boolean> => {
  if (quoteSeq === undefined) return true;
  const quoted = await findMessage(db, group.communityId, group.id, quoteSeq);
  return quoted !== undefined && quoted.state === 'shown' && quoted.kind !== 'event';
};

const areMembers = async (db: Db, group: GroupRow, residentIds: readonly string[]): Promise<boolean> => {
  if (residentIds.length === 0) return true;
  const { groupMembers: m } = db.t;
  const [found] = await db
    .select({ members: count() })
    .from(m)
    .where(
      and(
        eq(m.communityId, group.communityId),
        eq(m.groupId, group.id),
        inArray(m.residentId, [...residentIds]),
        isNull(m.leftAt),
      ),
    );
  return found?.members === residentIds.length;
};

/**
 * Whether a message may name what it names. Refusals: mention-all-denied, mention-stranger, quote-missing, and
 * card-missing where the author may not see what the card would show.
 */
export const mayRefer = async (
  db: Db,
  actor: Actor,
  { group, member }: SeenGroup,
  { mentionsAll, mentions = [], quoteSeq, card }: MessageInput,
  now: number,
  engines: readonly Engine[],
): Promise<Result<null>> => {
  if (mentionsAll === true && !leads(member.role as GroupRole)) return refuse('mention-all-denied');
  if (!(await areMembers(db, group, mentions))) return refuse('mention-stranger', { field: 'mentions' });
  if (!(await mayQuote(db, group, quoteSeq))) return refuse('quote-missing', { field: 'quoteSeq' });
  if (card === undefined) return fine;
  const cards = await readCards(db, actor, [card], now, engines);
  return cards.length === 1 ? fine : refuse('card-missing', { field: 'card' });
};
