import type { Author, Card, MessagePage } from '@bandeng/shared/chat/schemas.ts';
import { chatLimits, type Badge } from '@bandeng/shared/chat/vocabulary.ts';
import type { Engine } from '../platform/engine.ts';
import type { Actor } from '../platform/http/actor.ts';
import { prepared, type Db } from '../platform/store/store.ts';
import { selectNewer, selectOlder, type PageRow } from './page-queries.ts';
import { presentMessages } from './present-message.ts';
import { readCards } from './read-cards.ts';
import type { MessageRow } from './rows.ts';

export interface PageAsked {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  /** Half of the page lies before this message. */
  readonly around?: number | undefined;
  readonly limit?: number | undefined;
}

const newerThan = prepared('chat_messages_after', selectNewer);
const olderThan = prepared('chat_messages_before', selectOlder);

interface Range {
  readonly rows: PageRow[];
  readonly hasAfter: boolean;
}

const readRange = async (db: Db, communityId: string, groupId: string, asked: PageAsked): Promise<Range> => {
  const { limit = chatLimits.page, before, after, around } = asked;
  const here = { communityId, groupId };
  const older = async (seq: number, count: number) => (await olderThan(db, { ...here, seq, limit: count })).reverse();
  const newer = async (seq: number, count: number) => {
    const rows = await newerThan(db, { ...here, seq, limit: count + 1 });
    return { rows: rows.slice(0, count), hasAfter: rows.length > count };
  };
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const first = await older(around, half);
    const { rows, hasAfter } = await newer(around - 1, limit - half);
    return { rows: [...first, ...rows], hasAfter };
  }
  if (after !== undefined) return newer(after, limit);
  const rows = await older(before ?? Number.MAX_SAFE_INTEGER, limit);
  if (before === undefined) return { rows, hasAfter: false };
  return { rows, hasAfter: (await newer(before - 1, 0)).hasAfter };
};

/** As far as they are or were in the group; the author of a notice need not be. */
const authorsOf = (rows: readonly PageRow[]): ReadonlyMap<string, Author> =>
  new Map(
    rows.flatMap(({ row: { authorId: id }, label, badge }) =>
      id === null || label === null ? [] : [[id, { id, label, badge: badge as Badge | null }]],
    ),
  );

const cardsOf = (rows: readonly MessageRow[]) =>
  rows.flatMap(({ state, body: { cardKind, cardId } }) =>
    state === 'shown' && cardKind !== undefined && cardId !== undefined ? [{ kind: cardKind, id: cardId }] : [],
  );

/**
 * A stretch of a group's history with the live state of the cards in it. One of `before`, `after` and `around`, or none
 * for the newest. Whether the actor may read the group is decided before.
 */
export const readPage = async (
  db: Db,
  actor: Actor,
  groupId: string,
  asked: PageAsked,
  now: number,
  engines: readonly Engine[],
): Promise<MessagePage> => {
  const { communityId } = actor;
  const { rows: found, hasAfter } = await readRange(db, communityId, groupId, asked);
  const rows = found.map(({ row }) => row);
  const cards: Card[] = await readCards(db, actor, cardsOf(rows), now, engines);
  const items = await presentMessages(db, communityId, groupId, rows, authorsOf(found));
  // Sequences begin at 1 and have no gaps. Beyond the end there is nothing to show, but something before it.
  const first = rows[0]?.seq ?? (asked.after ?? 0) + 1;
  return { items, cards, hasBefore: first > 1, hasAfter };
};
