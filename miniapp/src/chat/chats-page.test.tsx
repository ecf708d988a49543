import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GroupRow } from '@bandeng/shared/chat/schemas.ts';
import { endSession, useSession } from '@/platform/session';
import Chats from '@/pages/chats/index';
import { followGroups } from './group-store';
import { refusal, serve, type Answer, type Seen } from '../../tests/support/server';
import { kept } from '../../tests/support/taro';

vi.mock('@/platform/socket', () => ({ subscribe: () => () => undefined }));

const row = (more: Partial<GroupRow> = {}): GroupRow => ({
  id: 'g1', kind: 'area', areaKind: 'building', name: '3栋邻里群', members: 81, dwellings: 96,
  last: { seq: 4, at: Date.now() - 60_000, kind: 'text', label: '陈阿姨 3-2-501', text: '腿脚不好', state: 'shown' },
  unread: 0, mentioned: false, silenced: false, pinned: false, role: 'member', cursor: 10, ...more,
});
const isList = ({ method, url }: Seen) => method === 'GET' && url.endsWith('/groups');
const show = (answer: () => Answer, other: Answer = { status: 200, body: { done: true } }): Seen[] => {
  const seen = serve((asked) => (isList(asked) ? answer() : other));
  act(() =>
    useSession.setState({
      tokens: { accessToken: 'a', accessExpiresAt: 0, refreshToken: 'r', refreshExpiresAt: 0, accountId: 'acc' },
      me: { id: 'acc', name: '王', phone: null, privacy: { version: 1, agreed: 1, agreedAt: 0, phoneAgreedAt: null }, communities: [{ communityId: 'c1', communityName: '枫林社区', residentId: 'r1', name: '王', roles: ['resident'] }] },
      communityId: 'c1',
    }),
  );
  followGroups();
  render(<Chats />);
  return seen;
};
const list = (...rows: GroupRow[]): Answer => ({ status: 200, body: { items: rows, cursor: 0 } });

beforeEach(() => kept.clear());
afterEach(() => act(() => endSession()));

describe('the tab of the groups', () => {
  it('shows the last word, what is unread and who calls', async () => {
    show(() => list(row({ unread: 120, mentioned: true }), row({ id: 'g2', name: '小区群', last: null })));
    expect(await screen.findByText('陈阿姨 3-2-501：腿脚不好')).toBeTruthy();
    expect(screen.getAllByText('99+').length).toBeGreaterThan(0);
    expect(screen.getByText('120 条未读')).toBeTruthy();
    expect(screen.getByText('[有人@我]')).toBeTruthy();
    expect(screen.getByText('还没有人说话')).toBeTruthy();
    // at the side of a desk and at the foot of a phone
    expect(screen.getAllByRole('link', { name: '群聊，120 条未读' })).toHaveLength(2);
  });

  it('says how one gets into a group', async () => {
    show(() => list());
    expect(await screen.findByText('还没有群')).toBeTruthy();
    expect(screen.getByRole('button', { name: '认领我的房屋' })).toBeTruthy();
  });

  it('offers another try when it could not be loaded', async () => {
    let answer: Answer = refusal(500, 'server-fault');
    show(() => answer);
    const again = await screen.findByRole('button', { name: '重试' });
    answer = list(row());
    await userEvent.click(again);
    expect(await screen.findByText('3栋邻里群')).toBeTruthy();
  });

  it('pins a group at once, and puts it back when the server refuses', async () => {
    const seen = show(() => list(row()), refusal(404, 'not-found'));
    await userEvent.click(await screen.findByRole('button', { name: '3栋邻里群：更多' }));
    await userEvent.click(screen.getByRole('button', { name: '置顶聊天' }));
    await vi.waitFor(() => expect(seen.some(({ method, url }) => method === 'PUT' && url.endsWith('/groups/g1/me'))).toBe(true));
    await userEvent.click(await screen.findByRole('button', { name: '3栋邻里群：更多' }));
    expect(await screen.findByRole('button', { name: '置顶聊天' })).toBeTruthy();
  });
});
