import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Delivery from '@/desk/pages/delivery/index';
import Edit from '@/desk/pages/notice-edit/index';
import { serve, type Answer, type Seen } from '../support/server';
import { kept, routerParams } from '../support/taro';
import { buildDelivery, buildNotice, signInAs, signOutAgain } from '../support/notice';

const [replaceWith, goBack] = vi.hoisted(() => [vi.fn(), vi.fn()]);
vi.mock('@/platform/navigate', () => ({ go: vi.fn(), goBack, replaceWith }));
vi.mock('@/platform/use-channel', () => ({ useChannel: () => undefined }));

const area = { id: 'b3', kind: 'building', name: '3栋' } as const;
const audience = {
  dwellings: 96,
  unregisteredDwellings: 3,
  people: 120,
  registered: 90,
  wechat: 34,
  sms: 0,
  groups: ['3栋邻里群'],
};
const path = ({ url }: Seen) => url.split('/communities/c1')[1] ?? '';
const sent = (seen: readonly Seen[]) =>
  seen
    .filter(({ method }) => method !== 'GET')
    .map((one) => [one.method, path(one), JSON.parse(one.data ?? 'null') as unknown]);
const show = (children: ReactNode) =>
  render(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0, shouldRetryOnError: false }}>
      {children}
    </SWRConfig>,
  );
const press = async (name: string | RegExp) =>
  userEvent.click((await screen.findAllByRole('button', { name })).at(-1) as HTMLElement);

const desk = (answer: (asked: Seen) => Answer | null = () => null) =>
  serve((asked) => {
    const where = path(asked);
    const own = answer(asked);
    if (own !== null) return own;
    if (where.startsWith('/notice-scopes')) return { status: 200, body: { areas: [area], bodies: [] } };
    if (where.startsWith('/areas'))
      return { status: 200, body: { areas: [{ ...area, parentId: null, version: 1, dwellings: 96 }] } };
    if (where.startsWith('/notice-audience')) return { status: 200, body: audience };
    return { status: 200, body: { items: [], next: null } };
  });

beforeEach(() => {
  kept.clear();
  replaceWith.mockReset();
  goBack.mockReset();
  for (const name of Object.keys(routerParams)) delete routerParams[name];
  signInAs(['building-leader']);
});
afterEach(signOutAgain);

describe('writing a notice', () => {
  it('says that a mobile number is hidden where anybody reads the notice', async () => {
    desk();
    show(<Edit />);
    const body = await screen.findByRole('textbox', { name: '正文' });
    await userEvent.type(body, '请打 0571-8765432');
    expect(screen.queryByText(/手机号中间四位会遮住/)).toBeNull();
    await userEvent.type(body, '，或 138 1234 5678');
    expect(screen.getByText(/手机号中间四位会遮住/).isConnected).toBe(true);
  });

  it('from a template to the draft that the last look is taken at', async () => {
    const seen = desk(({ method }) => (method === 'POST' ? { status: 200, body: { id: 'n7' } } : null));
    show(<Edit />);
    await press('从模板写起');
    await userEvent.click(screen.getByRole('radio', { name: '停水' }));
    // Where there is one area only that may be written to, it is what the notice is about.
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '地点' }).value).toBe('3栋');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '联系人' }).value).toBe('李春梅');
    for (const [name, value] of [
      ['开始时间 日期', '2099-11-26'],
      ['开始时间 时间', '09:00'],
      ['结束时间 日期', '2099-11-26'],
      ['结束时间 时间', '15:00'],
    ] as const)
      fireEvent.change(screen.getByLabelText(name), { target: { value } });
    await press('填好，写入公告');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '标题' }).value).toBe('3栋停水通知：11月26日（周四）9:00—15:00');
    expect(screen.getByText('还有没填的空：原因').isConnected).toBe(true);

    await press('预览并发布');
    expect(screen.getByText('请选择发给哪些区域或组织').isConnected).toBe(true);
    expect(sent(seen)).toEqual([]);

    const body = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '正文' });
    await userEvent.clear(body);
    await userEvent.type(body, '请储水');
    await userEvent.click(await screen.findByRole('checkbox', { name: '3栋' }));
    await press('预览并发布');
    await vi.waitFor(() =>
      expect(replaceWith).toHaveBeenCalledWith('/desk/pages/notice-edit/index', { id: 'n7', preview: 1 }),
    );
    expect(sent(seen)).toEqual([
      [
        'POST',
        '/notices',
        {
          category: 'utilities',
          title: '3栋停水通知：11月26日（周四）9:00—15:00',
          body: '请储水',
          fileIds: [],
          areaIds: ['b3'],
          bodyIds: [],
          needsAck: true,
          expiresAt: Date.parse('2099-11-26T15:00+08:00'),
        },
      ],
    ]);
  }, 20_000);

  it('keeps what was typed until the server has it', async () => {
    desk();
    const { unmount } = show(<Edit />);
    await userEvent.type(screen.getByRole('textbox', { name: '标题' }), '明天停电');
    unmount();
    show(<Edit />);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '标题' }).value).toBe('明天停电');
    expect(screen.getByText('这台设备上有上次没保存的内容，已经恢复。').isConnected).toBe(true);
  });

  it('shows the text as residents see it and how far it reaches, then publishes once', async () => {
    Object.assign(routerParams, { id: 'n7', preview: '1' });
    const draft = buildNotice({
      id: 'n7',
      status: 'draft',
      publishedAt: null,
      publicPath: null,
      allowed: ['edit', 'publish', 'discard'],
    });
    const seen = desk((asked) => {
      if (path(asked) === '/notices/n7') return { status: 200, body: draft };
      if (path(asked).endsWith('/publication')) return { status: 200, body: buildNotice({ id: 'n7' }) };
      return null;
    });
    show(<Edit />);
    const line = '将送达 96 户，其中 93 户已注册；微信可提醒 34 人；3 户只能上门。';
    expect((await screen.findAllByText(line)).length).toBeGreaterThan(0);
    expect(screen.getAllByText('同时作为卡片发到：3栋邻里群').length).toBeGreaterThan(0);
    expect(screen.getByText('发给：3栋').isConnected).toBe(true);
    await press('确认发布');
    await vi.waitFor(() => expect(replaceWith).toHaveBeenCalledWith('/desk/pages/delivery/index', { id: 'n7' }));
    expect(sent(seen)).toEqual([['POST', '/notices/n7/publication', { at: null }]]);
  });

  it('is not scheduled without a time', async () => {
    Object.assign(routerParams, { id: 'n7', preview: '1' });
    const draft = buildNotice({
      id: 'n7',
      status: 'draft',
      publishedAt: null,
      allowed: ['edit', 'publish', 'discard'],
    });
    const seen = desk((asked) => (path(asked) === '/notices/n7' ? { status: 200, body: draft } : null));
    show(<Edit />);
    await userEvent.click(await screen.findByRole('radio', { name: /定时发布/ }));
    await press('确认定时');
    expect(screen.getByText('请选一个以后的时间').isConnected).toBe(true);
    expect(sent(seen)).toEqual([]);
  });

  it('a correction says what changed and names the version that it corrects', async () => {
    Object.assign(routerParams, { id: 'n1', mode: 'correct' });
    const notice = buildNotice({ version: 2, allowed: ['correct', 'withdraw'] });
    const seen = desk((asked) => {
      if (path(asked) === '/notices/n1') return { status: 200, body: notice };
      if (path(asked).endsWith('/corrections')) return { status: 200, body: notice };
      return null;
    });
    show(<Edit />);
    await press('发布更正');
    expect((await screen.findByText('请写明更正了什么')).isConnected).toBe(true);
    await userEvent.type(screen.getByRole('textbox', { name: '更正了什么' }), '改到周五');
    await press('发布更正');
    await press('发布更正');
    await vi.waitFor(() => expect(replaceWith).toHaveBeenCalled());
    expect(sent(seen)).toEqual([
      [
        'POST',
        '/notices/n1/corrections',
        { title: '周四停水', body: '9:00–15:00 停水，请提前储水。', fileIds: [], change: '改到周五', version: 2 },
      ],
    ]);
  });

  it('is closed to residents without such a duty', () => {
    signInAs([]);
    desk();
    show(<Edit />);
    expect(screen.getByText('您没有这个工作台').isConnected).toBe(true);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('the delivery of a notice', () => {
  const door = { dwellingId: 'd1', areaId: 'u1', label: '3-2-301', state: 'not-registered', people: [], knock: null };
  const serveDelivery = (delivery = buildDelivery()) =>
    desk((asked) => {
      const where = path(asked);
      if (where.endsWith('/delivery')) return { status: 200, body: delivery };
      if (where.startsWith('/notices/n1/dwellings?')) return { status: 200, body: { items: [door], next: null } };
      if (where.endsWith('/reminders')) return { status: 200, body: { people: 20, wechat: 12, sms: 0 } };
      if (where.endsWith('/knock')) {
        const { result, note } = JSON.parse(asked.data ?? '{}') as { result: string; note: string };
        const knock = {
          noticeId: 'n1',
          noticeTitle: '',
          dwellingId: 'd1',
          label: door.label,
          helperId: 'r1',
          helper: '李春梅',
          result,
          note,
          at: 1,
        };
        return { status: 200, body: knock };
      }
      return where === '/notices/n1' ? { status: 200, body: buildNotice() } : null;
    });
  beforeEach(() => void (routerParams['id'] = 'n1'));

  it('says how many are missing and reminds those with an account, once it is confirmed', async () => {
    const seen = serveDelivery();
    show(<Delivery />);
    expect((await screen.findByText('已确认 78 户')).isConnected).toBe(true);
    expect(screen.getByText('未确认 18 户').isConnected).toBe(true);
    await press('一键提醒 16 户');
    expect(sent(seen)).toEqual([]);
    await press('提醒');
    await vi.waitFor(() => expect(sent(seen)).toEqual([['POST', '/notices/n1/reminders', {}]]));
  });

  it('does not remind again before its time, and says when', async () => {
    serveDelivery(buildDelivery({ nextReminderAt: Date.now() + 3_600_000 }));
    show(<Delivery />);
    expect(await screen.findByRole('button', { name: '一键提醒 16 户' })).toHaveProperty('disabled', true);
    expect(screen.getByText(/刚提醒过/).isConnected).toBe(true);
  });

  it('takes down a knock for a door that nothing else reaches', async () => {
    const seen = serveDelivery();
    show(<Delivery />);
    await press('登记上门：3-2-301');
    await userEvent.click(await screen.findByRole('radio', { name: '3-2-301: 已告知' }));
    await vi.waitFor(() =>
      expect(sent(seen)).toEqual([['PUT', '/notices/n1/dwellings/d1/knock', { result: 'told', note: '', version: 1 }]]),
    );
  });

  it('opens a unit to its dwellings', async () => {
    const seen = serveDelivery();
    show(<Delivery />);
    await userEvent.click(await screen.findByRole('tab', { name: '按单元' }));
    await press('1单元, 已确认 20/24');
    await vi.waitFor(() => expect(seen.some((asked) => path(asked) === '/notices/n1/dwellings?areaId=u1')).toBe(true));
    expect((await screen.findByText('3-2-301')).isConnected).toBe(true);
  });
});
