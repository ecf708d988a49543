import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { describe, expect, it } from 'vitest';
import { asksWhom, everyone, mentionsIn, withMention } from './mentions';
import { drawRows, lastVisible } from './rows';
import type { Outgoing } from './send-queue';

const noon = Date.parse('2026-11-21T12:00:00+08:00');
const said = (seq: number, by: string, at: number, more: Partial<Message> = {}): Message => ({
  seq, sentAs: `s${seq}`, kind: 'text', at, author: { id: by, label: by, badge: null }, text: '好', file: null, quote: null, mentions: [],
  mentionsAll: false, card: null, event: null, state: 'shown', ...more,
});
const mine = (sentAs: string): Outgoing => ({
  sentAs, communityId: 'c', groupId: 'g', kind: 'text', text: '好', file: null, card: null, quote: null, mentions: [], mentionsAll: false,
  at: noon, state: 'sent', since: 0, lost: 0, notBefore: 0, why: null, held: null,
});
const kinds = (rows: ReturnType<typeof drawRows>) => rows.map(({ kind }) => kind);

describe('the rows of a conversation', () => {
  it('show a time after a pause and at midnight, and a name once for words in a row', () => {
    const midnight = Date.parse('2026-11-22T00:00:00+08:00');
    const messages = [said(1, 'chen', noon), said(2, 'chen', noon + 60_000), said(3, 'chen', midnight - 1), said(4, 'chen', midnight)];
    const rows = drawRows({ messages, outgoing: [], me: 'me', readSeq: null });
    expect(kinds(rows)).toEqual(['time', 'message', 'message', 'time', 'message', 'time', 'message']);
    expect(rows.flatMap((row) => (row.kind === 'message' ? [row.named] : []))).toEqual([true, false, true, true]);
  });

  it('draw the line before the first unread message', () => {
    const messages = [said(7, 'chen', noon), said(8, 'li', noon), said(9, 'li', noon)];
    expect(kinds(drawRows({ messages, outgoing: [], me: 'me', readSeq: 7 }))).toEqual(['time', 'message', 'new', 'message', 'message']);
  });

  it('draw a message of mine once, and under the same key before and after it arrived', () => {
    const waiting = drawRows({ messages: [], outgoing: [mine('s1')], me: 'me', readSeq: null });
    const arrived = drawRows({ messages: [said(1, 'me', noon)], outgoing: [mine('s1')], me: 'me', readSeq: null });
    expect(waiting.map(({ key }) => key)).toEqual(['own-s1']);
    expect(arrived.filter(({ kind }) => kind !== 'time').map(({ key }) => key)).toEqual(['own-s1']);
  });

  it('do not take the message of another for mine because its id is the same', () => {
    const rows = drawRows({ messages: [said(1, 'chen', noon)], outgoing: [mine('s1')], me: 'me', readSeq: null });
    expect(kinds(rows)).toEqual(['time', 'message', 'outgoing']);
  });

  it('know the newest one in sight', () => {
    const rects = [{ seq: 3, top: -40 }, { seq: 4, top: 60 }, { seq: 0, top: 90 }, { seq: 5, top: 300 }];
    expect(lastVisible(rects, 200)).toBe(4);
    expect(lastVisible([], 200)).toBe(0);
  });
});

describe('mentions', () => {
  const empty = { text: '', mentions: [], quote: null };

  it('take the place of the @ that asked for them, and are forgotten with their words', () => {
    const called = { ...empty, ...withMention({ ...empty, text: '请 @' }, { id: 'li', label: '李春梅' }) };
    expect(called.text).toBe('请 @李春梅 ');
    expect(mentionsIn(called)).toEqual({ ids: ['li'], all: false });
    expect(mentionsIn({ ...called, text: '请 ' })).toEqual({ ids: [], all: false });
  });

  it('call everyone by a word of its own', () => {
    const called = withMention({ ...empty, text: '停水了' }, { id: everyone, label: '所有人' });
    expect(called.text).toBe('停水了 @所有人 ');
    expect(mentionsIn(called)).toEqual({ ids: [], all: true });
  });

  it('ask whom after an @ that begins a word, not within an address', () => {
    expect([asksWhom('', '@'), asksWhom('你好', '你好@'), asksWhom('wang', 'wang@'), asksWhom('@', '@王')]).toEqual([true, true, false, false]);
  });
});
