import { chatApi } from '@bandeng/shared/chat/api.ts';
import type { Card, CardRef } from '@bandeng/shared/chat/schemas.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { call } from '@/platform/request';

export const cardKey = ({ kind, id }: CardRef): string => `${kind}.${id}`;

export interface Cards {
  /** Null: gone, or not mine to see; undefined: not known yet. */
  readonly of: (ref: CardRef) => Card | null | undefined;
  readonly put: (cards: readonly Card[]) => void;
  /** Fetches one afresh; several wishes of a moment go out as one request. */
  readonly refresh: (ref: CardRef) => void;
}

const gatherMs = 200;
const mostAtOnce = 50;

/** The live state of the cards in a conversation. */
export const useCards = (communityId: string): Cards => {
  const [cards, setCards] = useState<Readonly<Record<string, Card | null>>>({});
  const wanted = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const put = useCallback((found: readonly Card[]) => {
    if (found.length > 0) setCards((now) => ({ ...now, ...Object.fromEntries(found.map((card) => [cardKey(card), card])) }));
  }, []);
  const fetchWanted = useCallback(async () => {
    timer.current = null;
    const keys = Array.from(wanted.current).slice(0, mostAtOnce);
    keys.forEach((key) => wanted.current.delete(key));
    const { items } = await call(chatApi.getCards, { params: { communityId }, query: { refs: keys.join(',') } });
    const missing = Object.fromEntries(keys.map((key) => [key, null]));
    setCards((now) => ({ ...now, ...missing, ...Object.fromEntries(items.map((card) => [cardKey(card), card])) }));
  }, [communityId]);
  const refresh = useCallback(
    (ref: CardRef) => {
      wanted.current.add(cardKey(ref));
      // A card that could not be fetched keeps its last state; the next event or opening asks again.
      timer.current ??= setTimeout(() => void fetchWanted().catch(() => undefined), gatherMs);
    },
    [fetchWanted],
  );
  const of = useCallback((ref: CardRef) => cards[cardKey(ref)], [cards]);
  // The same object while nothing changed: every row of the conversation reads it.
  return useMemo(() => ({ of, put, refresh }), [of, put, refresh]);
};
