import { communityApi } from '@bandeng/shared/community/api.ts';
import { outreachApi as api } from '@bandeng/shared/outreach/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { buildNeighbours, noticeTemplate, talkingTo, voteTemplate, type Neighbour, type Neighbours } from './neighbours.ts';

describe.each(engines)('choices and consents on %s', (engine) => {
  let t: TestApp;
  let n: Neighbours;
  let who: Neighbour;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    t = await buildTestApp({ engine, config: talkingTo(wechat) });
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });
  beforeEach(async () => {
    n = await buildNeighbours(t, wechat);
    who = await n.settle('王工');
  });
  const me = () => t.as(who.account);
  const give = (...accepted: ('notice' | 'vote' | 'reply')[]) =>
    me().post(api.giveConsents, { params: n.c.params, body: { accepted, rejected: [] } });
  const leftOf = ({ quotas }: { quotas: { template: string; remaining: number }[] }) => quotas.map(({ remaining }) => remaining);
  const push = async (event: object) => {
    const answer = await t.app.inject(wechat.makePush({ FromUserName: who.openid, ...event }, t.time.now()));
    expect([answer.statusCode, answer.body]).toEqual([200, 'success']);
  };
  const answered = (status: 'accept' | 'reject', templateId = noticeTemplate) => ({ TemplateId: templateId, SubscribeStatusString: status, PopupScene: '0' });
  const popup = (list: object, seconds = 0) => push({ Event: 'subscribe_msg_popup_event', CreateTime: Math.floor(t.time.now() / 1000) + seconds, List: list });
  const left = async () => leftOf(await me().get(api.getOutreach, { params: n.c.params }));

  it('shows everything as wanted, and nothing as agreed to, to begin with', async () => {
    const mine = await me().get(api.getOutreach, { params: n.c.params });
    expect(mine.choices.map(({ category }) => category)).toEqual(['notice', 'urgent', 'vote', 'reply', 'mention']);
    expect(mine.choices.every(({ wechat: on, sms }) => on && sms)).toBe(true);
    expect(mine.quotas[0]).toEqual({ template: 'notice', templateId: noticeTemplate, remaining: 0 });
    expect([mine.sms, mine.quiet]).toEqual([false, { fromHour: 22, untilHour: 7 }]);
  });

  it('keeps what one chooses for a category and leaves the others alone', async () => {
    const choose = (category: 'notice' | 'vote', on: boolean) =>
      me().post(api.setChoices, { params: n.c.params, body: { choices: [{ category, wechat: on, sms: on }] } });
    await give('notice');
    await choose('vote', false);
    const mine = await choose('notice', false);
    expect(mine.choices.filter(({ wechat: on }) => !on).map(({ category }) => category)).toEqual(['notice', 'vote']);
    expect(await n.reach([who])).toEqual({ wechat: 0, sms: 0 });
    await choose('notice', true);
    expect(await n.reach([who])).toEqual({ wechat: 1, sms: 0 });
    expect((await me().get(api.getOutreach, { params: n.c.params })).choices.filter(({ sms }) => !sms).map(({ category }) => category)).toEqual(['vote']);
  });

  it('counts each consent once, though the command is sent again', async () => {
    const commandId = makeCommandId();
    const body = { accepted: ['notice' as const, 'vote' as const], rejected: ['reply' as const] };
    const first = await me().post(api.giveConsents, { params: n.c.params, body, commandId });
    expect(leftOf(first)).toEqual([1, 1, 0]);
    await me().post(api.giveConsents, { params: n.c.params, body, commandId });
    expect(leftOf(await give('notice'))).toEqual([2, 1, 0]);
  });

  it('counts what the app and WeChat both report as one, in whatever order, and what only one of them reports too', async () => {
    await give('notice');
    await popup(answered('accept'));
    expect(await left()).toEqual([1, 0, 0]);
    await popup([answered('accept'), answered('accept', voteTemplate)], 1);
    expect(await left()).toEqual([2, 1, 0]);
    await give('notice', 'vote');
    expect(await left()).toEqual([2, 1, 0]);
    await give('vote');
    expect(await left()).toEqual([2, 2, 0]);
  });

  it('counts an event that WeChat sends again once, and a refusal as nothing', async () => {
    await popup(answered('accept'));
    await popup(answered('accept'));
    await popup(answered('reject'), 1);
    expect(await left()).toEqual([1, 0, 0]);
  });

  it('forgets the consents of a template that the person turns off in WeChat', async () => {
    await give('notice', 'vote');
    await push({ Event: 'subscribe_msg_change_event', List: { TemplateId: noticeTemplate, SubscribeStatusString: 'reject' } });
    expect(await left()).toEqual([0, 1, 0]);
  });

  it('hears that a message which WeChat took did not arrive', async () => {
    await give('notice');
    wechat.consent(who.openid, noticeTemplate);
    await n.reach([who]);
    await n.send();
    const sent = (code: string) => ({
      Event: 'subscribe_msg_sent_event',
      List: { TemplateId: noticeTemplate, MsgID: wechat.taken.at(-1)?.msgid, ErrorCode: code, ErrorStatus: 'as asked' },
    });
    await push(sent('0'));
    expect((await n.rows()).map(({ status }) => status)).toEqual(['sent']);
    await push(sent('43101'));
    expect((await n.rows()).map(({ status, receipt }) => [status, receipt])).toEqual([['failed', '43101']]);
  });

  it('is part of what a member can export of the own data, and goes with the account', async () => {
    wechat.consent(who.openid, noticeTemplate);
    await give('notice', 'vote');
    await n.reach([who, await n.settle('李春梅', { consents: 1 })]);
    const { data } = await me().get(communityApi.exportMine, { params: n.c.params });
    expect(data).toMatchObject({
      outreachConsents: [{ template: 'notice', remaining: 0 }, { template: 'vote', remaining: 1 }],
      messages: [{ channel: 'wechat', category: 'notice', status: 'waiting', data: { title: '停水通知' } }],
    });
    await me().post(platformApi.deleteAccount, { body: { confirm: 'delete-my-account' } });
    await n.send();
    expect((await n.rows()).map(({ status }) => status).sort()).toEqual(['dropped', 'sent']);
    const kept = await t.deps.store.read((db) => db.select().from(db.t.outreachConsents).where(eq(db.t.outreachConsents.accountId, who.account)));
    expect(kept).toEqual([]);
  });

  it('belongs to no stranger and no other community', async () => {
    const other = await buildNeighbours(t, wechat);
    expect(await me().refused(api.getOutreach, { params: other.c.params })).toBe('not-a-member');
    expect(await t.as(null).refused(api.getOutreach, { params: n.c.params })).toBe('not-signed-in');
  });
});

describe('a server without WeChat', () => {
  it('offers no templates, counts no consents and takes no events', async () => {
    const wechat = await openWechatStandIn();
    const t = await buildTestApp({ engine: 'sqlite' });
    const n = await buildNeighbours(t, wechat);
    const who = await n.settle('王工');
    const mine = await t.as(who.account).post(api.giveConsents, { params: n.c.params, body: { accepted: ['notice'], rejected: [] } });
    expect(mine.quotas.every(({ templateId, remaining }) => templateId === null && remaining === 0)).toBe(true);
    expect(await n.reach([who])).toEqual({ wechat: 0, sms: 0 });
    expect((await t.app.inject(wechat.makePush({ Event: 'x' }, t.time.now()))).statusCode).toBe(404);
    await t.close();
    await wechat.close();
  });
});
