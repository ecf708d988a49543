import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SWRConfig } from 'swr';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import Home from '@/pages/home/index';
import NoticePage from '@/bulletin/pages/notice/index';
import Notices from '@/bulletin/pages/notices/index';
import Knocks from '@/bulletin/pages/knocks/index';
import PublicNotice from '@/bulletin/pages/public-notice/index';
import Outreach from '@/account/pages/outreach/index';
import { refusal, serve, type Answer, type Seen } from '../support/server';
import { kept, routerParams } from '../support/taro';
import { buildNotice, buildRow, signInAs, signOutAgain } from '../support/notice';

vi.mock('@/platform/use-channel', () => ({ useChannel: () => undefined }));

const page = (items: readonly unknown[], more: object = {}): Answer => ({
  status: 200,
  body: { items, next: null, ...more },
});
const show = (children: ReactNode) =>
  render(
    <SWRConfig value={{ provider: () => new Map(), dedupingInterval: 0, shouldRetryOnError: false }}>
      {children}
    </SWRConfig>,
  );
const sent = (seen: readonly Seen[], method: string) =>
  seen
    .filter((one) => one.method === method)
    .map(({ url, data }) => [url.split('/communities/c1')[1], JSON.parse(data ?? 'null') as unknown]);
const path = ({ url }: Seen) => url.split('/communities/c1')[1] ?? '';

beforeEach(() => {
  kept.clear();
  for (const name of Object.keys(routerParams)) delete routerParams[name];
  signInAs();
});
afterEach(signOutAgain);

const home = { community: { id: 'c1', name: '枫林社区', publicToken: 't' }, placeLabel: '3栋', todo: [], board: [] };

describe('the home page', () => {
  const serveHome = (
    todo: readonly unknown[],
    acknowledge: Answer = { status: 200, body: buildNotice({ acknowledged: true }) },
  ) =>
    serve((asked) => {
      const where = path(asked);
      if (asked.method === 'PUT') return acknowledge;
      if (where.startsWith('/me/notices')) return page(todo);
      if (where.startsWith('/home')) return { status: 200, body: home };
      return page([]);
    });

  it('puts an emergency on top and takes the acknowledgement in one tap', async () => {
    const seen = serveHome([buildRow({ id: 'flood', category: 'urgent', title: '暴雨预警' }), buildRow()]);
    show(<Home />);
    const urgent = await screen.findByText('暴雨预警');
    expect(urgent.closest('.nt-urgent')).not.toBeNull();
    const waiting = screen.getByRole('heading', { name: '等您处理' });
    expect(urgent.compareDocumentPosition(waiting) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getByText('2 件').isConnected).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: '我知道了: 暴雨预警' }));
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: '我知道了: 暴雨预警' })).toBeNull());
    expect(sent(seen, 'PUT')).toEqual([['/notices/flood/acknowledgement', { version: 1 }]]);
    expect(screen.getByText('暴雨预警').closest('.nt-urgent')).toBeNull();
    expect(screen.getByText('1 件').isConnected).toBe(true);
  });

  it('keeps asking when the acknowledgement was refused, and says why beside it', async () => {
    serveHome([buildRow()], refusal(409, 'notice-changed'));
    show(<Home />);
    await userEvent.click(await screen.findByRole('button', { name: '我知道了: 周四停水' }));
    expect((await screen.findByText('不行')).isConnected).toBe(true);
    expect(screen.getByRole('button', { name: '我知道了: 周四停水' }).isConnected).toBe(true);
  });

  it('says that nothing waits only when neither votes nor notices do', async () => {
    serveHome([]);
    show(<Home />);
    expect((await screen.findByText('现在没有等您处理的事')).isConnected).toBe(true);
  });
});

describe('a notice', () => {
  const serveNotice = (notice: unknown, answer: (asked: Seen) => Answer | null = () => null) =>
    serve((asked) => answer(asked) ?? { status: 200, body: asked.method === 'GET' ? notice : { done: true } });

  it('is marked as read in the version shown, once', async () => {
    routerParams['id'] = 'n1';
    const seen = serveNotice(buildNotice({ version: 2, readVersion: 1 }));
    show(<NoticePage />);
    await screen.findByText('9:00–15:00 停水，请提前储水。');
    await vi.waitFor(() => expect(sent(seen, 'PUT')).toEqual([['/notices/n1/read', { version: 2 }]]));
  });

  it('that was read already is not marked again', async () => {
    routerParams['id'] = 'n1';
    const seen = serveNotice(buildNotice({ readVersion: 1 }));
    show(<NoticePage />);
    await screen.findByText('9:00–15:00 停水，请提前储水。');
    expect(sent(seen, 'PUT')).toEqual([]);
  });

  it('is acknowledged at its foot, then says so', async () => {
    routerParams['id'] = 'n1';
    serveNotice(buildNotice({ readVersion: 1 }), ({ url }) =>
      url.endsWith('/acknowledgement')
        ? { status: 200, body: buildNotice({ acknowledged: true, readVersion: 1, allowed: [] }) }
        : null,
    );
    show(<NoticePage />);
    await userEvent.click(await screen.findByRole('button', { name: '我知道了' }));
    expect((await screen.findByText('✓ 已确认')).isConnected).toBe(true);
    expect(screen.queryByRole('button', { name: '我知道了' })).toBeNull();
  });

  it('that was corrected meanwhile is fetched again and keeps asking', async () => {
    routerParams['id'] = 'n1';
    let reads = 0;
    serveNotice(null, ({ method, url }) => {
      if (url.endsWith('/acknowledgement')) return refusal(409, 'notice-changed');
      if (method !== 'GET') return null;
      const version = ++reads;
      return {
        status: 200,
        body: buildNotice({ version, title: version === 1 ? '周四停水' : '周五停水', readVersion: version }),
      };
    });
    show(<NoticePage />);
    await userEvent.click(await screen.findByRole('button', { name: '我知道了' }));
    expect((await screen.findByText('周五停水')).isConnected).toBe(true);
    expect(screen.getByRole('button', { name: '我知道了' }).isConnected).toBe(true);
  });

  it('shows what was corrected and every earlier text', async () => {
    routerParams['id'] = 'n1';
    const one = { version: 1, title: '周四停水', body: '旧内容', files: [], at: 1, by: '李春梅', change: '' };
    const two = { ...one, version: 2, body: '新内容', change: '改到周五' };
    serveNotice(buildNotice({ version: 2, versions: [two, one] }));
    show(<NoticePage />);
    expect((await screen.findAllByText('更正：改到周五')).length).toBeGreaterThan(0);
    expect(screen.queryByText('旧内容')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '看第 1 版原文' }));
    expect(screen.getByText('旧内容').isConnected).toBe(true);
  });

  it('that is not meant for me is not found', async () => {
    routerParams['id'] = 'n1';
    serve(() => refusal(404, 'not-found'));
    show(<NoticePage />);
    expect((await screen.findByText('没有找到这则公告')).isConnected).toBe(true);
  });
});

it('the list asks for the category and for what is past', async () => {
  const seen = serve(() => page([buildRow({ needsAck: false })]));
  show(<Notices />);
  await screen.findByText('周四停水');
  await userEvent.click(screen.getByRole('radio', { name: '停水停电' }));
  await userEvent.click(screen.getByRole('tab', { name: '往期' }));
  await vi.waitFor(() => expect(path(seen.at(-1) as Seen)).toBe('/notices?category=utilities&past=true'));
});

it('a door is recorded with its note, and again when the choice was wrong', async () => {
  const knock = {
    noticeId: 'n1',
    noticeTitle: '周四停水',
    dwellingId: 'd1',
    label: '3-2-301',
    helperId: 'r1',
    helper: '我',
    result: null,
    note: '',
    at: null,
  };
  const seen = serve((asked) => {
    if (asked.method === 'GET') return page([knock]);
    const body = JSON.parse(asked.data ?? '{}') as object;
    return { status: 200, body: { ...knock, ...body, at: 5 } };
  });
  show(<Knocks />);
  await userEvent.click(await screen.findByRole('button', { name: '3-2-301: 写备注' }));
  await userEvent.type(screen.getByRole('textbox', { name: '备注' }), '已贴门上');
  await userEvent.click(screen.getByRole('radio', { name: '3-2-301: 没人在' }));
  await vi.waitFor(() =>
    expect(screen.getByRole('radio', { name: '3-2-301: 没人在' }).getAttribute('aria-checked')).toBe('true'),
  );
  await userEvent.click(screen.getByRole('radio', { name: '3-2-301: 已告知' }));
  await vi.waitFor(() =>
    expect(screen.getByRole('radio', { name: '3-2-301: 已告知' }).getAttribute('aria-checked')).toBe('true'),
  );
  expect(sent(seen, 'PUT')).toEqual([
    ['/notices/n1/dwellings/d1/knock', { result: 'absent', note: '已贴门上' }],
    ['/notices/n1/dwellings/d1/knock', { result: 'told', note: '已贴门上' }],
  ]);
  expect(screen.queryByRole('button', { name: '保存备注' })).toBeNull();
  await userEvent.type(screen.getByRole('textbox', { name: '备注' }), '，晚上再来');
  await userEvent.click(screen.getByRole('button', { name: '保存备注' }));
  await vi.waitFor(() => expect(sent(seen, 'PUT').at(-1)?.[1]).toEqual({ result: 'told', note: '已贴门上，晚上再来' }));
});

it("the sheet's page needs no account and offers to sign in", async () => {
  signOutAgain();
  routerParams['token'] = 'tok';
  const seen = serve(() => ({
    status: 200,
    body: {
      communityName: '枫林社区',
      category: 'utilities',
      title: '周四停水',
      body: '请储水',
      by: '楼栋长 李春梅',
      scopeLabel: '3栋',
      version: 2,
      publishedAt: 1,
      correctedAt: 2,
      expiresAt: null,
      status: 'published',
      files: [],
    },
  }));
  show(<PublicNotice />);
  expect((await screen.findByText('请储水')).isConnected).toBe(true);
  expect(screen.getByText('住在这里？').isConnected).toBe(true);
  expect(seen.map(({ url }) => url.split('.test')[1])).toEqual(['/api/public/notices/tok']);
});

describe('ways of being told', () => {
  const choices = ['notice', 'urgent', 'vote', 'reply', 'mention'].map((category) => ({
    category,
    wechat: true,
    sms: true,
  }));
  const outreach = {
    choices,
    quotas: [
      { template: 'notice', templateId: 'T', remaining: 2 },
      { template: 'vote', templateId: null, remaining: 0 },
    ],
    sms: false,
    quiet: { fromHour: 22, untilHour: 7 },
  };

  it('are switched by category, and back when the server refuses', async () => {
    const seen = serve(({ method }) => (method === 'GET' ? { status: 200, body: outreach } : refusal(409, 'no')));
    show(<Outreach />);
    await userEvent.click(await screen.findByRole('switch', { name: '公告' }));
    expect((await screen.findByText('不行')).isConnected).toBe(true);
    expect(screen.getByRole('switch', { name: '公告' }).getAttribute('aria-checked')).toBe('true');
    const [[, body] = []] = sent(seen, 'PUT');
    expect(body).toEqual({ choices: [{ category: 'notice', wechat: false, sms: true }, ...choices.slice(1)] });
  });

  it('are switched for SMS apart, where this server sends some', async () => {
    const seen = serve(() => ({ status: 200, body: { ...outreach, sms: true } }));
    show(<Outreach />);
    const card = (await screen.findByRole('heading', { name: '表决和会议' })).closest('.bd-card') as HTMLElement;
    await userEvent.click(within(card).getByRole('switch', { name: '短信' }));
    await vi.waitFor(() => expect(sent(seen, 'PUT')).toHaveLength(1));
    expect(sent(seen, 'PUT')[0]?.[1]).toEqual({
      choices: choices.map((one) => (one.category === 'vote' ? { ...one, sms: false } : one)),
    });
  });

  it('show what is left only of messages that are sent here, and no SMS where there is none', async () => {
    serve(() => ({ status: 200, body: outreach }));
    show(<Outreach />);
    expect((await screen.findByText('还能收 2 次')).isConnected).toBe(true);
    expect(screen.queryByText('还能收 0 次')).toBeNull();
    expect(screen.queryByRole('switch', { name: '短信' })).toBeNull();
    expect(screen.getAllByRole('switch')).toHaveLength(5);
    expect(screen.getByText('晚上 22 点到早上 7 点不打扰您，紧急通知除外。').isConnected).toBe(true);
  });
});
