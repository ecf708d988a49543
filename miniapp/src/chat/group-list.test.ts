import type { GroupRow, Message } from '@bandeng/shared/chat/schemas.ts';
import { describe, expect, it } from 'vitest';
import { badgeOf, countUnread, inOrder, withEvents, withRead } from './group-list';

const row = (more: Partial<GroupRow> = {}): GroupRow => ({
  id: 'g', kind: 'area', areaKind: 'building', name: '3栋邻里群', members: 81, dwellings: 96,
  last: { seq: 4, at: 4000, kind: 'text', label: '王工 3-2-101', text: '好', state: 'shown' },
  unread: 0, mentioned: false, silenced: false, pinned: false, role: 'member', cursor: 10, ...more,
});
const said = (seq: number, by: string, more: Partial<Message> = {}): Message => ({
  seq, sentAs: `s${seq}`, kind: 'text', at: seq * 1000, author: { id: by, label: `${by} 3-2-501`, badge: null }, text: '电梯的事', file: null,
  quote: null, mentions: [], mentionsAll: false, card: null, event: null, state: 'shown', ...more,
});
const posted = (seq: number, message: Message) => ({ channel: 'c/group:g', seq, type: 'message-posted', data: message });

describe('the list of groups', () => {
  it('counts what others say, and shows the last word', () => {
    const now = withEvents(row(), [posted(11, said(5, '陈阿姨')), posted(12, said(6, '李春梅', { mentions: ['me'] }))], 'me');
    expect(now).toMatchObject({ unread: 2, mentioned: true, cursor: 12, last: { seq: 6, label: '李春梅 3-2-501' } });
  });

  it('counts nothing twice: neither what the fetched list has seen nor a message told again', () => {
    expect(withEvents(row(), [posted(10, said(4, '陈阿姨'))], 'me')).toMatchObject({ unread: 0 });
    expect(withEvents(row(), [posted(11, said(4, '陈阿姨'))], 'me')).toMatchObject({ unread: 0, cursor: 11 });
  });

  it('has read everything when I speak myself', () => {
    expect(withEvents(row(), [posted(11, said(5, 'me'))], 'me')).toMatchObject({ unread: 0, last: { seq: 5 } });
    const unread = row({ unread: 3, mentioned: true });
    expect(withEvents(unread, [posted(11, said(5, 'me'))], 'me')).toMatchObject({ unread: 4, mentioned: true, last: { seq: 5 } });
  });

  it('takes the words of a recalled message away', () => {
    const gone = { channel: 'c/group:g', seq: 11, type: 'message-changed', data: said(4, '陈阿姨', { state: 'recalled', text: '' }) };
    expect(withEvents(row(), [gone], 'me').last).toMatchObject({ state: 'recalled', text: '' });
  });

  it('knows what is read up to the end, and asks the server about the middle', () => {
    expect(withRead(row({ unread: 2, mentioned: true }), 4)).toMatchObject({ unread: 0, mentioned: false });
    expect(withRead(row({ unread: 2 }), 3)).toBeNull();
  });

  it('puts pinned groups first, then the latest word', () => {
    const last = (at: number) => ({ seq: 1, at, kind: 'text', label: '', text: '', state: 'shown' }) as const;
    const rows = [row({ id: 'old', last: last(1) }), row({ id: 'new', last: last(9) }), row({ id: 'pinned', last: null, pinned: true })];
    expect(inOrder(rows).map(({ id }) => id)).toEqual(['pinned', 'new', 'old']);
  });

  it('counts silenced groups only when they call me', () => {
    expect(countUnread([row({ unread: 5 }), row({ unread: 40, silenced: true }), row({ unread: 9, silenced: true, mentioned: true })])).toBe(6);
    expect([badgeOf(99), badgeOf(100)]).toEqual(['99', '99+']);
  });
});
