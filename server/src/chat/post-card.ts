import type { CardRef } from '@bandeng/shared/chat/schemas.ts';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../platform/store/store.ts';
import { appendMessage } from './append-message.ts';
import { areaGroupId, bodyGroupId } from './group-ids.ts';
import { groupName, lockGroup } from './load-group.ts';

/** Groups that follow exactly these areas and bodies, as far as they exist. */
export const listGroupsOf = async (
  db: Db,
  communityId: string,
  areaIds: readonly string[],
  bodyIds: readonly string[],
): Promise<{ id: string; name: string }[]> => {
  const wanted = [...new Set([...areaIds.map(areaGroupId), ...bodyIds.map(bodyGroupId)])];
  if (wanted.length === 0) return [];
  const { groups: g } = db.t;
  const rows = await db
    .select({ id: g.id, name: g.name, title: g.title })
    .from(g)
    .where(and(eq(g.communityId, communityId), inArray(g.id, wanted), isNull(g.dissolvedAt)))
    .orderBy(asc(g.id));
  return rows.map((row) => ({ id: row.id, name: groupName(row) }));
};

export interface PostedCard {
  readonly communityId: string;
  readonly areaIds: readonly string[];
  readonly bodyIds: readonly string[];
  /** A resident; need not be in the groups. */
  readonly authorId: string;
  readonly card: CardRef;
  /** Command id. */
  readonly sentAs: string;
}

/** Posts a card into the groups that follow exactly these areas and bodies; gives their ids. */
export const postCard = async (tx: Tx, posted: PostedCard, now: number): Promise<string[]> => {
  const { communityId, areaIds, bodyIds, authorId, card, sentAs } = posted;
  const ids: string[] = [];
  // In the order of their ids: two writes that lock several groups never wait for each other.
  for (const { id } of await listGroupsOf(tx, communityId, areaIds, bodyIds)) {
    const group = await lockGroup(tx, communityId, id);
    if (!group || group.dissolvedAt !== null) continue;
    const body = { cardKind: card.kind, cardId: card.id };
    await appendMessage(tx, group, { authorId, sentAs, kind: 'card', text: '', body }, now);
    ids.push(id);
  }
  return ids;
};
