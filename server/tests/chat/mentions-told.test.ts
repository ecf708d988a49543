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

  const tell = async (): Promise<string[]> => {
    wechat.taken.length = 0;
    await t.runTimers();
    while (await dispatchOutbox(t.deps));
    return wechat.taken.filter(({ template_id: id }) => id === replyTemplate).map(({ touser }) => touser);
  };

  test('further mentions do not put it off, and a younger one is waited for', async () => {
    const g = await seedGroup(t);
    await allowMessages(t, wechat, g.v.by.neighbour, `o-often-${engine}`);
    const mentions = [g.v.residents.neighbour];
    const call = async () => (await send(t, g, 'owner', { kind: 'text', text: '看一下', mentions })).seq;
    const first = await call();
    t.time.advance(4 * 60_000);
    await call();
    await t.as(g.v.by.neighbour).post(api.markRead, { params: g.params, body: { seq: first } });
    t.time.advance(60_000);
    expect(await tell()).toEqual([]);
    for (let minute = 0; minute < 3; minute += 1) {
      t.time.advance(60_000);
      await call();
    }
    expect(await tell()).toEqual([]);
    t.time.advance(60_000);
    expect(await tell()).toEqual([`o-often-${engine}`]);
  });

  test('one that was taken back calls nobody, and an earlier one still does', async () => {
    const g = await seedGroup(t);
    await allowMessages(t, wechat, g.v.by.neighbour, `o-called-${engine}`);
    const mentions = [g.v.residents.neighbour];
    const isCalled = async () => {
      const { items } = await t.as(g.v.by.neighbour).get(api.listGroups, { params: g.params });
      return items.find(({ id }) => id === g.groupId)?.mentioned;
    };
    const message = (seq: number) => ({ ...g.params, messageSeq: String(seq) });
    await send(t, g, 'supervisor', { kind: 'text', text: '发错了', mentions });
    expect(await isCalled()).toBe(true);
    await t.as(g.v.by.supervisor).post(api.recallMessage, { params: message(1) });
    expect(await isCalled()).toBe(false);
    await send(t, g, 'rep', { kind: 'text', text: '全体注意', mentionsAll: true });
    await send(t, g, 'owner', { kind: 'text', text: '再次', mentionsAll: true });
    for (const [seq, called] of [[3, true], [2, false]] as const) {
      await t.as(g.v.by.owner).post(api.deleteMessage, { params: message(seq), body: { reason: '重复' } });
      expect(await isCalled()).toBe(called);
    }
    t.time.advance(5 * 60_000);
    expect(await tell()).toEqual([]);
    await send(t, g, 'supervisor', { kind: 'text', text: '一', mentions });
    await send(t, g, 'supervisor', { kind: 'text', text: '二', mentions });
    await t.as(g.v.by.supervisor).post(api.recallMessage, { params: message(5) });
    expect(await isCalled()).toBe(true);
    await t.as(g.v.by.supervisor).post(api.recallMessage, { params: message(4) });
    expect(await isCalled()).toBe(false);
  });

  test('one that a moderator let through is told of as well', async () => {
    const g = await seedGroup(t);
    await allowMessages(t, wechat, g.v.by.neighbour, `o-held-${engine}`);
    const body = { kind: 'text' as const, text: '网络赌博，小心', mentions: [g.v.residents.neighbour] };
    const { held } = await t.as(g.v.by.supervisor).post(api.sendMessage, { params: g.params, body });
    await send(t, g, 'rep', '大家好');
    const decide = { params: { ...g.params, heldId: held?.id ?? '' }, body: { release: true, reason: '提醒' } };
    await t.as(g.v.by.owner).post(api.decideHeld, decide);
    t.time.advance(5 * 60_000);
    expect(await tell()).toEqual([`o-held-${engine}`]);
    // Its author wrote it before the other words came, and has not read those by it.
    const { items } = await t.as(g.v.by.supervisor).get(api.listGroups, { params: g.params });
    expect(items.find(({ id }) => id === g.groupId)).toMatchObject({ unread: 2 });
  });

  test('reach whoever has not read them after five minutes, once, and not who has', async () => {
    const g = await seedGroup(t);
    for (const who of ['neighbour', 'supervisor'] as const) {
      await allowMessages(t, wechat, g.v.by[who], `o-${who}-${engine}`);
    }
    const { neighbour, supervisor } = g.v.residents;
    await send(t, g, 'owner', { kind: 'text', text: '两位看一下', mentions: [neighbour, supervisor] });
    const { seq } = await send(t, g, 'owner', { kind: 'text', text: '再看一下', mentions: [neighbour] });
    expect(await tell()).toEqual([]);
    await t.as(g.v.by.supervisor).post(api.markRead, { params: g.params, body: { seq } });
    t.time.advance(5 * 60_000);
    expect(await tell()).toEqual([`o-neighbour-${engine}`]);
    t.time.advance(60 * 60_000);
    expect(await tell()).toEqual([]);
    expect(t.problems).toEqual([]);
  });
});
