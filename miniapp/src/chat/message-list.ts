import type { Message, MessagePage } from '@bandeng/shared/chat/schemas.ts';

/** What is on screen of a group: one stretch of its messages without gaps, in order of `seq`. */
export interface MessageList {
  readonly items: readonly Message[];
  /** There are older ones before, newer ones after this stretch. */
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  /** The newest one that was ever heard of. */
  readonly lastSeq: number;
}

/** More would make the phone slow; what is left out comes back by scrolling. */
export const mostMounted = 200;

export const noMessages: MessageList = { items: [], hasBefore: false, hasAfter: false, lastSeq: 0 };

const firstOf = (items: readonly Message[]): number => items[0]?.seq ?? 0;
const lastOf = (items: readonly Message[]): number => items[items.length - 1]?.seq ?? 0;

const keepEnd = (list: MessageList): MessageList =>
  list.items.length <= mostMounted ? list : { ...list, items: list.items.slice(-mostMounted), hasBefore: true };

const keepStart = (list: MessageList): MessageList =>
  list.items.length <= mostMounted ? list : { ...list, items: list.items.slice(0, mostMounted), hasAfter: true };

/** Starts anew with a page: at opening, after a jump, after a gap. */
export const openPage = (page: MessagePage, lastSeq: number): MessageList =>
  keepEnd({
    items: page.items,
    hasBefore: page.hasBefore,
    hasAfter: page.hasAfter || lastSeq > lastOf(page.items),
    lastSeq: Math.max(lastSeq, lastOf(page.items)),
  });

/** A page of older ones; the far end is let go. A page that does not lie just before changes nothing. */
export const addBefore = (list: MessageList, page: MessagePage): MessageList => {
  const older = page.items.filter(({ seq }) => seq < firstOf(list.items));
  if (lastOf(older) + 1 !== firstOf(list.items)) return older.length === 0 ? { ...list, hasBefore: page.hasBefore } : list;
  return keepStart({ ...list, items: [...older, ...list.items], hasBefore: page.hasBefore });
};

/** A page of newer ones; the old end is let go. */
export const addAfter = (list: MessageList, page: MessagePage): MessageList => {
  const end = lastOf(list.items);
  const newer = page.items.filter(({ seq }) => seq > end);
  if (newer.length > 0 && firstOf(newer) !== end + 1) return list;
  const lastSeq = Math.max(list.lastSeq, lastOf(newer));
  const hasAfter = page.hasAfter || lastSeq > Math.max(end, lastOf(newer));
  return keepEnd({ ...list, items: [...list.items, ...newer], hasAfter, lastSeq });
};

const replace = (items: readonly Message[], message: Message): readonly Message[] => {
  const at = message.seq - firstOf(items);
  return items[at]?.seq === message.seq ? items.map((one, index) => (index === at ? message : one)) : items;
};

/** Quotes show what became of their message. */
const requote = (items: readonly Message[], { seq, state }: Message): readonly Message[] =>
  state === 'shown' || items.every(({ quote }) => quote?.seq !== seq)
    ? items
    : items.map((one) => (one.quote?.seq === seq ? { ...one, quote: { ...one.quote, state, excerpt: '' } } : one));

/**
 * A message that was posted just now. It is appended when it follows directly; otherwise it is only known to be there, and
 * comes with the page that holds it.
 * @param atEnd the reader looks at the newest ones, so that the oldest may go
 */
export const addPosted = (list: MessageList, message: Message, atEnd: boolean): MessageList => {
  const lastSeq = Math.max(list.lastSeq, message.seq);
  const end = lastOf(list.items);
  if (message.seq <= end) return { ...list, lastSeq, items: replace(list.items, message) };
  if (list.hasAfter || message.seq !== end + 1) return { ...list, lastSeq, hasAfter: true };
  const next = { ...list, lastSeq, items: [...list.items, message] };
  return atEnd ? keepEnd(next) : keepStart(next);
};

/** Recalled, deleted or restored: in its place, and in what quotes it. */
export const putChanged = (list: MessageList, message: Message): MessageList => ({
  ...list,
  lastSeq: Math.max(list.lastSeq, message.seq),
  items: requote(replace(list.items, message), message),
});
