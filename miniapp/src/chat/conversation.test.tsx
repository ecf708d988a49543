import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Group, Message } from '@bandeng/shared/chat/schemas.ts';
import type { ChannelEvent } from '@bandeng/shared/platform/realtime.ts';
import { endSession, useSession } from '@/platform/session';
import { useOutbox } from './outbox';
import ConversationPage from './pages/conversation/index';
import { refusal, serve, type Answer, type Seen } from '../../tests/support/server';
import { kept, routerParams } from '../../tests/support/taro';

type Listener = (events: readonly ChannelEvent[]) => void;
const channels = vi.hoisted(() => new Map<string, Listener>());
vi.mock('@/platform/navigate', () => ({ go: vi.fn(), goBack: vi.fn(), replaceWith: vi.fn() }));
vi.mock('@/platform/use-channel', () => ({
  useChannel: (name: string | null, _: number, onEvents: Listener) => {
    if (name !== null) channels.set(name, onEvents);
  },
}));

const said = (seq: number, more: Partial<Message> = {}): Message => ({
  seq, sentAs: `command-${seq}`, kind: 'text', at: Date.now() - 60_000, author: { id: 'r2', label: '陈阿姨 3-2-501', badge: null }, text: `第 ${seq} 句`,
  file: null, quote: null, mentions: [], mentionsAll: false, card: null, event: null, state: 'shown', ...more,
});
const group = (more: Partial<Group> = {}): Group => ({
  id: 'g1', kind: 'area', areaKind: 'building', name: '3栋邻里群', members: 81, dwellings: 96, last: null, unread: 0, mentioned: false,
  silenced: false, pinned: false, role: 'member', cursor: 7, naming: 'dwelling', speaking: 'everyone', version: 1, readSeq: 2, mutedUntil: null,
  pinnedMessage: null, allowed: ['speak'], ...more,
});
const me = { id: 'r1', label: '王工 3-2-101', badge: null };

const isSend = ({ method, url }: Seen) => method === 'POST' && url.endsWith('/messages');
const show = (opened: Group, items: readonly Message[], answer: (seen: Seen, index: number) => Answer): Seen[] => {
  let sends = 0;
  const seen = serve((asked) => {
    if (isSend(asked)) return answer(asked, sends++);
    if (asked.url.endsWith('/groups/g1')) return { status: 200, body: { group: opened, page: { items, cards: [], hasBefore: false, hasAfter: false } } };
    if (asked.url.includes('/readers')) return { status: 200, body: { read: 21, of: 95 } };
    return { status: 200, body: { items: [], next: null } };
  });
  render(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0 }}>
      <ConversationPage />
    </SWRConfig>,
  );
  return seen;
};
const tell = (message: Message, type = 'message-posted') =>
  act(() => channels.get('c1/group:g1')?.([{ channel: 'c1/group:g1', seq: 8, type, data: message }]));
const write = async (text: string) => {
  await userEvent.type(await screen.findByRole('textbox', { name: '写消息' }), text);
  await userEvent.click(screen.getByRole('button', { name: '发送' }));
};
const commandOf = (seen: readonly Seen[]) => seen.filter(isSend).map(({ header }) => header['idempotency-key']);

beforeEach(() => {
  kept.clear();
  channels.clear();
  Object.assign(routerParams, { id: 'g1' });
  useSession.setState({
    tokens: { accessToken: 'a', accessExpiresAt: 0, refreshToken: 'r', refreshExpiresAt: 0, accountId: 'acc' },
    me: { id: 'acc', name: '王', phone: null, privacy: { version: 1, agreed: 1, agreedAt: 0, phoneAgreedAt: null }, communities: [{ communityId: 'c1', communityName: '枫林社区', residentId: 'r1', name: '王', roles: ['resident'] }] },
    communityId: 'c1',
  });
});
afterEach(() => endSession());

describe('a conversation', () => {
  it('shows what was said, and what comes in', async () => {
    show(group(), [said(1), said(2)], () => 'lost');
    expect(await screen.findByText('第 2 句')).toBeTruthy();
    tell(said(3, { text: '电梯的事议一议' }));
    expect(screen.getAllByText(/电梯的事议一议/).length).toBeGreaterThan(0);
    tell(said(3, { state: 'recalled', text: '' }), 'message-changed');
    expect(screen.getByText('陈阿姨 3-2-501撤回了一条消息')).toBeTruthy();
  });

  it('shows a message at once and sends it again under the same id until the server has answered', async () => {
    const seen = show(group(), [said(1)], (asked, index) =>
      index === 0 ? 'lost' : { status: 200, body: { message: said(2, { author: me, sentAs: asked.header['idempotency-key'] ?? '', text: '好' }), held: null } },
    );
    await write('好');
    expect(screen.getByText('好')).toBeTruthy();
    await waitFor(() => expect(seen.filter(isSend)).toHaveLength(2), { timeout: 4000 });
    const [first, second] = commandOf(seen);
    expect(second).toBe(first);
  });

  it('recognises its own message when the event is here before the reply, and draws it once', async () => {
    const seen = show(group(), [said(1)], () => 'lost');
    await write('周六见');
    await waitFor(() => expect(seen.filter(isSend).length).toBeGreaterThan(0));
    tell(said(2, { author: me, sentAs: commandOf(seen)[0] ?? '', text: '周六见' }));
    expect(screen.getAllByText('周六见')).toHaveLength(1);
    await waitFor(() => expect(useOutbox.getState().queue).toEqual([]));
  });

  it('says why a message was refused, and lets its author send it again or throw it away', async () => {
    show(group(), [said(1)], () => refusal(422, 'message-incomplete'));
    await write('好');
    expect(await screen.findByText(/没有发出去 · 不行/)).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: '删除' }));
    expect(screen.queryByText(/没有发出去/)).toBeNull();
    expect(useOutbox.getState().queue).toEqual([]);
  });

  it('keeps what is being written for the next visit', async () => {
    show(group(), [said(1)], () => 'lost');
    await userEvent.type(await screen.findByRole('textbox', { name: '写消息' }), '还没写完');
    expect(JSON.parse(String(kept.get('bandeng.form.acc.draft.g1')))).toMatchObject({ text: '还没写完' });
  });

  it('says why one cannot speak', async () => {
    show(group({ speaking: 'moderators', allowed: [] }), [said(1)], () => 'lost');
    expect(await screen.findByText('本群目前只有群管理员可以发言。')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('offers for a message what may be done with it, and nothing else', async () => {
    show(group(), [said(1)], () => 'lost');
    await userEvent.click(await screen.findByRole('button', { name: '这条消息的更多操作' }));
    const names = screen.getAllByRole('button').map((one) => one.textContent);
    expect(names).toEqual(expect.arrayContaining(['引用', '复制', '转为议题', '转为随手拍', '举报']));
    expect(names).not.toEqual(expect.arrayContaining(['撤回']));
    expect(names).not.toEqual(expect.arrayContaining(['删除']));
  });

  it('answers a message with its words above the answer', async () => {
    const seen = show(group(), [said(1)], () => 'lost');
    await userEvent.click(await screen.findByRole('button', { name: '这条消息的更多操作' }));
    await userEvent.click(screen.getByRole('button', { name: '引用' }));
    await write('同意');
    await waitFor(() => expect(seen.filter(isSend).length).toBeGreaterThan(0));
    expect(JSON.parse(seen.find(isSend)?.data ?? '')).toEqual({ kind: 'text', text: '同意', quoteSeq: 1 });
  });

  it('leads from an error to another try', async () => {
    let tries = 0;
    serve(() => (tries++ === 0 ? refusal(404, 'not-found') : { status: 200, body: { group: group(), page: { items: [said(1)], cards: [], hasBefore: false, hasAfter: false } } }));
    render(<ConversationPage />);
    await userEvent.click(await screen.findByRole('button', { name: '重试' }));
    expect(await screen.findByText('第 1 句')).toBeTruthy();
  });
});
