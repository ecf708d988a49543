import type { Card } from '@bandeng/shared/chat/schemas.ts';
import type { CardKind } from '@bandeng/shared/chat/vocabulary.ts';
import type { Engine } from '../platform/engine.ts';
import type { Actor } from '../platform/http/actor.ts';
import type { Db } from '../platform/store/store.ts';

/** The live state of cards, asked for once per kind; those that the actor may not see are left out. */
export const readCards = async (
  db: Db,
  actor: Actor,
  refs: readonly { readonly kind: string; readonly id: string }[],
  now: number,
  engines: readonly Engine[],
): Promise<Card[]> => {
  const idsOf = new Map<string, Set<string>>();
  for (const { kind, id } of refs) idsOf.set(kind, (idsOf.get(kind) ?? new Set()).add(id));
  const cards: Card[] = [];
  for (const [kind, ids] of idsOf) {
    const read = engines.map((engine) => engine.cards?.[kind as CardKind]).find((reader) => reader !== undefined);
    if (read) cards.push(...(await read(db, actor, [...ids], now)));
  }
  return cards;
};
