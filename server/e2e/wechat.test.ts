import { chatApi } from '@bandeng/shared/chat/api.ts';
import { deliberationApi } from '@bandeng/shared/deliberation/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { openWechatStandIn, type WechatStandIn } from '../tests/platform/wechat-stand-in.ts';
import { call } from './support/call.ts';
import { communityId, meetNeighbours, type Neighbours } from './support/neighbours.ts';
import { serveCommunity, type ServedCommunity } from './support/server-process.ts';
import type { Stop } from './support/stop.ts';
import { planWalk, readers } from './support/walk.ts';
import { bootWeapp, type Weapp } from './support/weapp.ts';

const title = '香郡小区暖气改造';

describe('the WeChat build against a live server', () => {
  let wechat: WechatStandIn;
  let community: ServedCommunity;
  let neighbours: Neighbours;
  let stops: Stop[] = [];
  let app: Weapp | null = null;

  beforeAll(async () => {
    wechat = await openWechatStandIn();
    const { appId, secret, baseUrl } = wechat;
    const environment = { WECHAT_APPID: appId, WECHAT_SECRET: secret, WECHAT_BASE_URL: baseUrl };
    community = await serveCommunity(inject('seeded'), environment);
    neighbours = meetNeighbours(community.origin, wechat);
    stops = await planWalk(community.origin);
  });
  afterEach(() => app?.stop());
  afterAll(async () => {
    await community.remove();
    await wechat.close();
  });

  it('signs a representative in by WeChat and phone number, takes the vote and shows the receipt', async () => {
    const token = await neighbours.tokenOf('管理员');
    const matterId = await neighbours.findMatter(title);
    const { matter } = await call(community.origin, token, deliberationApi.getMatter, { params: { communityId, matterId } });
    const sessionId = matter.sessions.find(({ status }) => status === 'open')?.id ?? '';
    const read = () => call(community.origin, token, deliberationApi.getSession, { params: { communityId, sessionId } });
    const before = await read();
    const { items: visitors } = await call(community.origin, null, platformApi.demoAccounts);
    const voter = before.roll.find(({ voted, name }) => !voted && visitors.every((one) => one.name !== name));
    if (voter === undefined) throw new Error('everybody has voted already');
    const phone = await neighbours.phoneOf(voter);

    app = await bootWeapp({ base: community.origin, loginCode: () => wechat.makeLoginCode(`openid-${voter.voterId}`) });
    const { text, find, fire, wait, top } = app;
    const tap = (selector: string, words: string) => fire(find(selector, words), 'tap');
    await wait(() => app?.calls.some(([, , url]) => String(url).endsWith(platformApi.wechatLogin.path)));
    app.open('/account/pages/login/index');
    await wait(() => find('.bd-button', '微信登录'));
    tap('.bd-button', '微信登录');
    await wait(() => find('.bd-button', '同意并登录') && text().includes('个人信息'), 20_000);
    tap('.bd-button', '同意并登录');
    await wait(() => find('.bd-check', '我单独同意提供手机号'), 20_000);
    tap('.bd-check', '我单独同意提供手机号');
    await wait(() => find('.bd-button', '使用微信手机号'));
    fire(find('.bd-button', '使用微信手机号'), 'getphonenumber', { code: wechat.makePhoneCode(phone) });
    await wait(() => top().path === 'pages/home/index' && find('.bd-card', title), 20_000);

    tap('.bd-card', title);
    await wait(() => top().path === 'deliberation/pages/vote/index' && find('.bd-option', '同意'), 20_000);
    tap('.bd-option', '同意');
    await wait(() => find('.bd-button', '确认同意'));
    tap('.bd-button', '确认同意');
    await wait(() => find('.bd-button', '确认同意，提交'));
    tap('.bd-button', '确认同意，提交');
    await wait(() => top().path === 'deliberation/pages/receipt/index', 20_000);
    await wait(() => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.test(text()), 20_000);
    tap('.bd-button', '返回事项');
    await wait(() => top().path === 'deliberation/pages/matter/index' && text().includes('居民代表会议决议'), 20_000);

    const after = await read();
    expect(after.session.cast).toBe(before.session.cast + 1);
    expect(after.roll.find(({ voterId }) => voterId === voter.voterId)?.voted).toBe(true);
    expect(app.errors).toEqual([]);
    expect(app.templateWarnings).toEqual([]);
  });

  it('chats in the group of the building: what is written arrives, and what a neighbour says appears', async () => {
    const { origin } = community;
    const { items } = await call(origin, null, platformApi.demoAccounts);
    const tokensOf = async (part: string) => {
      const id = items.find(({ role }) => role === part)?.id ?? '';
      return call(origin, null, platformApi.demoLogin, { body: { id } });
    };
    const [mine, leader] = [await tokensOf('居民'), await tokensOf('楼栋长')];
    const { items: groups } = await call(origin, mine.accessToken, chatApi.listGroups, { params: { communityId } });
    const groupId = groups.find(({ areaKind }) => areaKind === 'building')?.id ?? '';
    const params = { communityId, groupId };
    app = await bootWeapp({ base: origin, storage: { 'bandeng.tokens': JSON.stringify(mine) } });
    const { find, fire, wait, text, top } = app;
    await wait(() => find('.bd-nav-title', '枫林社区'), 20_000);
    app.open(`/chat/pages/conversation/index?id=${groupId}`);
    await wait(() => top().path === 'chat/pages/conversation/index' && find('.ch-input'), 20_000);
    fire(find('.ch-input'), 'input', { value: '小程序里说一句' });
    await wait(() => find('.ch-send'));
    fire(find('.ch-send'), 'tap');
    const newest = async () => {
      const { items: said } = await call(origin, leader.accessToken, chatApi.listMessages, { params, query: {} });
      return said.at(-1)?.text;
    };
    await expect.poll(newest, { timeout: 20_000 }).toBe('小程序里说一句');
    await call(origin, leader.accessToken, chatApi.sendMessage, { params, body: { kind: 'text', text: '楼栋长听到了' } });
    await wait(() => text().includes('楼栋长听到了'), 20_000);
    expect(text().split('小程序里说一句')).toHaveLength(2);
    expect(app.errors).toEqual([]);
  });

  it.each(readers)('opens every page of $who without an error', async ({ part }) => {
    const storage: Record<string, unknown> = {};
    if (part !== null) {
      const { items } = await call(community.origin, null, platformApi.demoAccounts);
      const id = items.find(({ role }) => role === part)?.id ?? '';
      const tokens = await call(community.origin, null, platformApi.demoLogin, { body: { id } });
      storage['bandeng.tokens'] = JSON.stringify(tokens);
    }
    app = await bootWeapp({ base: community.origin, storage });
    const { wait, text, find, top, errors } = app;
    await wait(() => find('.bd-nav-title', part === null ? '' : '枫林社区'), 20_000);
    for (const { name, path } of stops.filter((one) => one.part === part)) {
      app.open(path);
      await wait(() => path.startsWith(`/${top().path}`) && find('.bd-nav-title'), 20_000);
      await wait(() => find('.bd-bone') === undefined, 20_000);
      expect([name, text().includes('没有加载成功'), errors]).toEqual([name, false, []]);
    }
  });

  it('has no page that this journey leaves out', async () => {
    app = await bootWeapp({ base: community.origin });
    const visited = new Set(stops.map(({ path }) => path.split('?')[0]?.slice(1)));
    expect(app.pages.filter((page) => !visited.has(page))).toEqual([]);
  });
});
