import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildVillage, type Villager } from '../disclosure/village.ts';
import { addDuty, followArea, toldOf } from './keep-order.ts';
import { readChannel, seedGroup, send, takeOut, type TestGroup } from './seed-group.ts';

const minute = 60_000;

describe.each(engines)('reports and mutes on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const community = (g: TestGroup) => ({ communityId: g.params.communityId });
  const at = (g: TestGroup, seq: number) => ({ ...g.params, messageSeq: String(seq) });
  const abuse = { reason: 'abuse', note: '骂人' } as const;
  const report = (g: TestGroup, who: Villager, seq: number, body: { reason: 'abuse' | 'fraud'; note: string } = abuse) =>
    t.as(g.v.by[who]).call(api.reportMessage, { params: at(g, seq), body });
  const reports = async (g: TestGroup, account: string, status?: 'open' | 'upheld' | 'dismissed') =>
    (await t.as(account).get(api.listReports, { params: community(g), query: status === undefined ? {} : { status } })).items;
  const decide = (g: TestGroup, account: string, reportId: string, body: Partial<{ uphold: boolean; muteMinutes: number; reason: string }> = {}) =>
    t.as(account).call(api.decideReport, {
      params: { ...community(g), reportId },
      body: { uphold: true, muteMinutes: 0, reason: '辱骂邻居', ...body },
    });
  const log = async (g: TestGroup, account: string) =>
    (await t.as(account).get(api.listModerationLog, { params: community(g), query: {} })).items;
  const mute = (g: TestGroup, account: string, who: Villager, minutes: number, reason = '刷屏') =>
    t.as(account).call(api.muteMember, { params: { ...g.params, residentId: g.v.residents[who] }, body: { minutes, reason } });
  const say = (g: TestGroup, who: Villager) =>
    t.as(g.v.by[who]).call(api.sendMessage, { params: g.params, body: { kind: 'text', text: '我想说句话' } });

  const reported = async (): Promise<{ g: TestGroup; reportId: string }> => {
    const g = await seedGroup(t);
    for (const text of ['一', '二', '三', '四', '骂人的话', '六', '七', '八', '九']) {
      await send(t, g, text === '骂人的话' ? 'neighbour' : 'owner', text);
      t.time.advance(2_000);
    }
    await report(g, 'supervisor', 5);
    const [open] = await reports(g, g.v.by.rep);
    return { g, reportId: open?.id ?? '' };
  };

  test('several people add to one report, shown with what stood around it and labels only', async () => {
    const { g, reportId } = await reported();
    t.time.advance(1_000);
    expect((await report(g, 'owner', 5, { reason: 'fraud', note: '' })).status).toBe(200);
    const [open, ...more] = await reports(g, g.v.by.rep, 'open');
    expect(more).toEqual([]);
    expect(open).toMatchObject({ id: reportId, groupName: '邻里群', seq: 5, status: 'open', message: { text: '骂人的话', author: { label: 'neighbour 3-2-101' } } });
    expect(open?.context.map(({ text }) => text)).toEqual(['二', '三', '四', '六', '七', '八']);
    expect(open?.reasons.map(({ reason, note, by }) => [reason, note, by])).toEqual([
      ['abuse', '骂人', 'supervisor 3-2-101'],
      ['fraud', '', 'owner 3-2-101'],
    ]);
    expect(JSON.stringify(open?.reasons)).not.toContain(g.v.residents.supervisor);
    for (const who of ['neighbour', 'supervisor', 'secretary'] as const) expect(await reports(g, g.v.by[who])).toEqual([]);
    expect(await reports(g, g.v.by.director, 'upheld')).toEqual([]);
  });

  test('twice, about oneself, about a line of the group, from outside → refused', async () => {
    const { g } = await reported();
    expect((await report(g, 'supervisor', 5)).code).toBe('already-reported');
    expect((await report(g, 'neighbour', 5)).code).toBe('own-message');
    expect((await report(g, 'supervisor', 99)).code).toBe('not-found');
    expect((await report(g, 'secretary', 5)).code).toBe('not-found');
    await mute(g, g.v.by.rep, 'neighbour', 10);
    expect((await report(g, 'supervisor', 10)).code).toBe('not-found');
    const other = await buildVillage(t);
    const crossed = { params: { ...at(g, 5), communityId: other.c.communityId }, body: abuse };
    expect(await t.as(other.by.owner).refused(api.reportMessage, crossed)).toBe('not-found');
    for (const messageSeq of ['0', '-1', '1e3', 'x', '99999999999999999999']) {
      expect(await t.as(g.v.by.supervisor).refused(api.reportMessage, { params: { ...g.params, messageSeq }, body: abuse })).toBe('not-found');
    }
  });

  test('upheld → the message is gone for members, its author silent for a while, all of it on record', async () => {
    const { g, reportId } = await reported();
    const { value } = await decide(g, g.v.by.rep, reportId, { muteMinutes: 30 });
    expect(value).toMatchObject({ id: reportId, status: 'upheld', message: { text: '骂人的话', state: 'deleted' } });
    const { items } = await t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params });
    expect(items[4]).toMatchObject({ seq: 5, text: '', state: 'deleted' });
    expect(items[9]).toMatchObject({ kind: 'event', event: { kind: 'muted', label: 'neighbour 3-2-101', detail: '30' } });
    expect(JSON.stringify([items, await readChannel(t, g)])).not.toContain('辱骂邻居');
    const until = t.time.now() + 30 * minute;
    expect(await toldOf(t, g.v, g.v.residents.neighbour, 'muted')).toEqual([{ groupId: g.groupId, mutedUntil: until }]);
    expect((await say(g, 'neighbour')).code).toBe('member-muted');
    const entries = await log(g, g.v.by.rep);
    expect(entries.map(({ action }) => action).sort()).toEqual(['deleted', 'muted', 'report-upheld']);
    for (const entry of entries) expect(entry).toMatchObject({ by: 'rep 3-2-101', about: 'neighbour 3-2-101', reason: '辱骂邻居', groupName: '邻里群' });
    expect(JSON.stringify(entries)).not.toContain('骂人的话');
    expect((await decide(g, g.v.by.owner, reportId)).code).toBe('already-decided');
    expect((await report(g, 'owner', 5)).code).toBe('message-gone');
    t.time.advance(30 * minute);
    expect((await say(g, 'neighbour')).status).toBe(200);
  });

  test('dismissed → the message stays; somebody new may bring it up again', async () => {
    const { g, reportId } = await reported();
    expect((await decide(g, g.v.by.director, reportId, { uphold: false, reason: '只是玩笑' })).value.status).toBe('dismissed');
    const { items } = await t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params });
    expect(items[4]?.text).toBe('骂人的话');
    expect(await reports(g, g.v.by.rep, 'open')).toEqual([]);
    expect((await report(g, 'supervisor', 5)).code).toBe('already-reported');
    expect((await report(g, 'rep', 5)).status).toBe(200);
    expect(await reports(g, g.v.by.owner, 'open')).toMatchObject([{ id: reportId, reasons: [{}, {}] }]);
  });

  test('decided by a plain member, by the reported, or across communities → refused', async () => {
    const { g, reportId } = await reported();
    expect((await decide(g, g.v.by.supervisor, reportId)).code).toBe('not-found');
    await send(t, g, 'rep', '我说的');
    await report(g, 'supervisor', 10);
    const own = (await reports(g, g.v.by.owner)).find(({ seq }) => seq === 10);
    expect((await reports(g, g.v.by.rep)).map(({ seq }) => seq)).toEqual([5]);
    expect((await decide(g, g.v.by.rep, own?.id ?? '')).code).toBe('own-message');
    const other = await buildVillage(t);
    const crossed = { params: { communityId: other.c.communityId, reportId }, body: { uphold: true, muteMinutes: 0, reason: 'x' } };
    expect(await t.as(other.by.director).refused(api.decideReport, crossed)).toBe('not-found');
  });

  test('a report with a mute that goes upwards is refused whole', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'owner', '群主说的');
    await report(g, 'supervisor', 1);
    const [open] = await reports(g, g.v.by.rep);
    const answer = await decide(g, g.v.by.rep, open?.id ?? '', { muteMinutes: 10 });
    expect(answer.code).toBe('moderator-immune');
    expect(await reports(g, g.v.by.rep, 'open')).toHaveLength(1);
    expect(await log(g, g.v.by.rep)).toEqual([]);
  });

  test('of somebody who has left, a report is upheld without the mute', async () => {
    const { g, reportId } = await reported();
    await takeOut(t, g, 'neighbour');
    expect((await decide(g, g.v.by.rep, reportId, { muteMinutes: 30 })).value.status).toBe('upheld');
    expect((await log(g, g.v.by.rep)).map(({ action }) => action).sort()).toEqual(['deleted', 'report-upheld']);
  });

  test('a mute goes downwards only, is told without its reason, and ends early or by the clock', async () => {
    const g = await seedGroup(t);
    const { value } = await mute(g, g.v.by.rep, 'neighbour', 60);
    expect(value.mutedUntil).toBe(t.time.now() + 60 * minute);
    expect((await say(g, 'neighbour')).code).toBe('member-muted');
    expect((await mute(g, g.v.by.rep, 'neighbour', 0)).value.mutedUntil).toBe(null);
    expect((await say(g, 'neighbour')).status).toBe(200);
    const { items } = await t.as(g.v.by.owner).get(api.listMessages, { params: g.params });
    expect(items.map(({ event }) => event?.kind)).toEqual(['muted', 'unmuted', undefined]);
    expect(JSON.stringify(items)).not.toContain('刷屏');
    expect((await mute(g, g.v.by.rep, 'neighbour', 0)).status).toBe(200);
    expect((await log(g, g.v.by.rep)).map(({ action }) => action).sort()).toEqual(['muted', 'unmuted']);

    expect((await mute(g, g.v.by.rep, 'owner', 5)).code).toBe('moderator-immune');
    expect((await mute(g, g.v.by.rep, 'rep', 5)).code).toBe('moderator-immune');
    expect((await mute(g, g.v.by.director, 'owner', 5)).status).toBe(200);
    expect((await mute(g, g.v.by.owner, 'rep', 5)).status).toBe(200);
    expect((await mute(g, g.v.by.supervisor, 'neighbour', 5)).code).toBe('not-found');
    expect((await mute(g, g.v.by.secretary, 'neighbour', 5)).code).toBe('not-found');
    expect((await mute(g, g.v.by.rep, 'director', 5)).code).toBe('not-found');
  });

  test('the log: own groups for those who lead them, all for the committee and supervisors, nothing for members', async () => {
    const g = await seedGroup(t);
    const { '3': third = '' } = g.v.buildings;
    const second = await seedGroup(t, { village: g.v, members: { secretary: 'owner', neighbour: 'member' } });
    await followArea(t, second, third, 'building');
    const leader = await addDuty(t, g.v, 'building-leader', third);
    await mute(g, g.v.by.rep, 'neighbour', 5);
    await mute(second, leader, 'neighbour', 5);
    const groupsIn = async (account: string) => new Set((await log(g, account)).map(({ groupId }) => groupId));
    expect(await groupsIn(g.v.by.rep)).toEqual(new Set([g.groupId]));
    expect(await groupsIn(leader)).toEqual(new Set([second.groupId]));
    expect(await groupsIn(g.v.by.secretary)).toEqual(new Set([second.groupId]));
    expect(await groupsIn(g.v.by.director)).toEqual(new Set([g.groupId, second.groupId]));
    expect(await groupsIn(g.v.by.supervisor)).toEqual(new Set([g.groupId, second.groupId]));
    expect(await groupsIn(g.v.by.neighbour)).toEqual(new Set());
    expect((await mute(g, leader, 'neighbour', 5)).code).toBe('not-found');
    const first = await t.as(g.v.by.director).get(api.listModerationLog, { params: community(g), query: { limit: 1 } });
    const rest = await t.as(g.v.by.director).get(api.listModerationLog, { params: community(g), query: { limit: 1, cursor: first.next ?? '' } });
    expect(rest.next).toBe(null);
    expect(new Set([...first.items, ...rest.items].map(({ groupId }) => groupId)).size).toBe(2);
  });

  test('nothing went wrong underneath', () => {
    expect(t.problems).toEqual([]);
  });
});
