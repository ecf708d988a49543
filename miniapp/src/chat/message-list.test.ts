import type { Message, MessagePage } from '@bandeng/shared/chat/schemas.ts';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../tests/support/seeded';
import { addAfter, addBefore, addPosted, mostMounted, noMessages, openPage, putChanged, type MessageList } from './message-list';

const message = (seq: number, more: Partial<Message> = {}): Message => ({
  seq, sentAs: `command-${seq}`, kind: 'text', at: seq * 1000, author: { id: 'chen', label: '陈阿姨 3-2-501', badge: null }, text: `第 ${seq} 句`,
  file: null, quote: null, mentions: [], mentionsAll: false, card: null, event: null, state: 'shown', ...more,
});

/** A page as the server cuts it out of a history of `last` messages. */
const page = (from: number, to: number, last: number): MessagePage => ({
  items: Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => message(from + i)),
  cards: [],
  hasBefore: from > 1,
  hasAfter: to < last,
});
const before = (list: MessageList, last: number) => {
  const first = list.items[0]?.seq ?? 1;
  return page(Math.max(1, first - 50), first - 1, last);
};
const after = (list: MessageList, last: number) => {
  const end = list.items.at(-1)?.seq ?? 0;
  return page(end + 1, Math.min(last, end + 50), last);
};
const seqs = ({ items }: MessageList) => items.map(({ seq }) => seq);

describe('the messages on screen', () => {
  it('grow by pages at both ends', () => {
    const opened = openPage(page(101, 150, 300), 300);
    const older = addBefore(opened, before(opened, 300));
    const both = addAfter(older, after(older, 300));
    expect([seqs(both)[0], seqs(both).at(-1), both.hasBefore, both.hasAfter]).toEqual([51, 200, true, true]);
  });

  it('take a new message at the end, once, however often it is told', () => {
    const list = openPage(page(1, 3, 3), 3);
    const once = addPosted(list, message(4), true);
    expect(seqs(addPosted(once, message(4), true))).toEqual([1, 2, 3, 4]);
    expect(addPosted(once, message(4), true).hasAfter).toBe(false);
  });

  it('know of a message that does not follow directly and leave it to its page', () => {
    const list = addPosted(openPage(page(1, 3, 3), 3), message(6), true);
    expect([seqs(list), list.hasAfter, list.lastSeq]).toEqual([[1, 2, 3], true, 6]);
    expect(seqs(addAfter(list, page(4, 6, 6)))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('show what was recalled without its content, in its place and where it is quoted', () => {
    const quote = { seq: 2, label: '陈阿姨', kind: 'text', excerpt: '第 2 句', state: 'shown' } as const;
    const list = { ...openPage(page(1, 2, 3), 2), items: [message(1), message(2), message(3, { quote })] };
    const changed = putChanged(list, message(2, { text: '', state: 'recalled' }));
    expect(changed.items[1]).toMatchObject({ seq: 2, text: '', state: 'recalled' });
    expect(changed.items[2]?.quote).toMatchObject({ seq: 2, excerpt: '', state: 'recalled' });
  });

  it('keep what the reader looks at when the mounted ones are too many', () => {
    const full = openPage({ ...page(1, mostMounted, 500), hasAfter: false }, mostMounted);
    const atEnd = addPosted(full, message(mostMounted + 1), true);
    expect([seqs(atEnd)[0], seqs(atEnd).at(-1), atEnd.hasBefore]).toEqual([2, mostMounted + 1, true]);
    const above = addPosted(full, message(mostMounted + 1), false);
    expect([seqs(above)[0], seqs(above).at(-1), above.hasAfter]).toEqual([1, mostMounted, true]);
  });

  it('are always one stretch without gaps or doubles, and never more than the most', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const chance = seeded(seed);
      let last = chance(400);
      let list = openPage(page(Math.max(1, last - 49), last, last), last);
      const someone = () => Math.max(1, last - chance(300));
      const jump = () => {
        const to = someone();
        return openPage(page(Math.max(1, to - 25), Math.min(last, to + 24), last), list.lastSeq);
      };
      const post = () => {
        last += 1 + (chance(4) === 0 ? chance(3) : 0);
        return addPosted(list, message(last), chance(2) === 0);
      };
      const steps = [
        () => (list.hasBefore ? addBefore(list, before(list, last)) : list),
        () => (list.hasAfter ? addAfter(list, after(list, last)) : list),
        post,
        post,
        () => (last === 0 ? list : addPosted(list, message(someone()), false)),
        () => (last === 0 ? list : putChanged(list, message(someone(), { state: 'deleted', text: '' }))),
        () => (last === 0 ? list : jump()),
      ];
      for (let round = 0; round < 80; round++) {
        const heard = list.lastSeq;
        list = steps[chance(steps.length)]?.() ?? list;
        const shown = seqs(list);
        const at = `seed ${seed}, round ${round}`;
        expect(shown.length, at).toBeLessThanOrEqual(mostMounted);
        expect(shown.every((seq, i) => i === 0 || seq === (shown[i - 1] ?? 0) + 1), at).toBe(true);
        expect(list.lastSeq, at).toBeGreaterThanOrEqual(heard);
        // nothing newer is kept from the reader without saying so
        expect(list.hasAfter || (shown.at(-1) ?? 0) >= list.lastSeq, at).toBe(true);
      }
    }
  });

  it('begin with nothing', () => expect(seqs(noMessages)).toEqual([]));
});
