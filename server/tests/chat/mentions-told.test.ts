import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dispatchOutbox } from '../../src/outreach/dispatch.ts';
import { replyTemplate, talkingTo } from '../outreach/neighbours.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { allowMessages } from './allow-messages.ts';
import { seedGroup, send } from './seed-group.ts';

describe.each(engines)('mentions outside the app on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    t = await buildTestApp({ engine, config: talkingTo(wechat) });
    t.time.set(Date.UTC(2026, 10, 21, 4));
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });

  test('reach whoever has not read them after five minutes, once, and not who has', async () => {
    const g = await seedGroup(t);
    for (const who of ['neighbour', 'supervisor'] as const) {
      await allowMessages(t, wechat, g.v.by[who], `o-${who}-${engine}`);
    }
    const { neighbour, supervisor } = g.v.residents;
    const told = async () => {
      await t.runTimers();
      while (await dispatchOutbox(t.deps));
      return wechat.taken.filter(({ template_id: id }) => id === replyTemplate).map(({ touser }) => touser);
    };
    await send(t, g, 'owner', { kind: 'text', text: '两位看一下', mentions: [neighbour, supervisor] });
    const { seq } = await send(t, g, 'owner', { kind: 'text', text: '再看一下', mentions: [neighbour] });
    expect(await told()).toEqual([]);
    await t.as(g.v.by.supervisor).post(api.markRead, { params: g.params, body: { seq } });
    t.time.advance(5 * 60_000);
    expect(await told()).toEqual([`o-neighbour-${engine}`]);
    t.time.advance(60 * 60_000);
    expect(await told()).toEqual([`o-neighbour-${engine}`]);
    expect(t.problems).toEqual([]);
  });
});
