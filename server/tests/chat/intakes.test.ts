import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { Intake } from '@bandeng/shared/chat/schemas.ts';
import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followIntake } from '../../src/chat/intakes/read-rules.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildVillage, type Villager } from '../disclosure/village.ts';
import { addDuty, followArea } from './keep-order.ts';
import { seedGroup, send, type TestGroup } from './seed-group.ts';
import { download, png, upload } from './upload-file.ts';

type Handed = Parameters<typeof bodyOf>[0];
const bodyOf = (more: Partial<{ kind: 'topic' | 'case'; title: string; text: string; groupId: string; seqs: number[] }>) => ({
  kind: 'topic' as const,
  title: '单元门禁要不要换',
  text: '',
  ...more,
});

describe.each(engines)('intakes on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());

  const community = (g: TestGroup) => ({ communityId: g.params.communityId });
  const hand = (g: TestGroup, who: Villager, more: Handed) => t.as(g.v.by[who]).call(api.createIntake, { params: community(g), body: bodyOf(more) });
  const at = (g: TestGroup, { id }: { id: string }) => ({ ...community(g), intakeId: id });
  const answer = (g: TestGroup, account: string, one: Intake, status: 'taken' | 'answered' | 'declined', reply = '已安排周三查看') =>
    t.as(account).call(api.answerIntake, { params: at(g, one), body: { status, reply } });
  const numbers = async (g: TestGroup, account: string, query: { kind?: 'topic' | 'case'; mine?: boolean; status?: Intake['status'] } = {}) =>
    (await t.as(account).get(api.listIntakes, { params: community(g), query })).items.map(({ number }) => number);
  const history = async (g: TestGroup) => (await t.as(g.v.by.owner).get(api.listMessages, { params: g.params })).items;

  test('messages become a topic with their authors, a number of the year, and a card that the neighbours see', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'owner', '门禁总坏');
    await send(t, g, 'neighbour', '我也觉得该换');
    const { value: topic } = await hand(g, 'neighbour', { groupId: g.groupId, seqs: [2, 1], text: '请议一议' });
    expect(topic).toMatchObject({
      kind: 'topic', number: 'T2026-0001', status: 'received', seqs: [1, 2], groupName: '邻里群', mine: true, mayAnswer: false,
      text: '请议一议\nowner 3-2-101：门禁总坏\nneighbour 3-2-101：我也觉得该换',
      by: { label: 'neighbour 3-2-101' },
    });
    const { value: second } = await hand(g, 'owner', { groupId: g.groupId, seqs: [1] });
    const { value: first } = await hand(g, 'owner', { kind: 'case', groupId: g.groupId, seqs: [1] });
    expect([second.number, first.number]).toEqual(['T2026-0002', 'C2026-0001']);
    const posted = (await history(g))[2];
    expect(posted).toMatchObject({ kind: 'card', card: { kind: 'topic', id: topic.id }, author: { label: 'neighbour 3-2-101' } });
    const { cards } = await t.as(g.v.by.supervisor).get(api.listMessages, { params: g.params });
    expect(cards.find(({ id }) => id === topic.id)).toEqual({
      kind: 'topic', id: topic.id, title: '单元门禁要不要换', state: 'received', numbers: {}, dueAt: null, action: 'open', sessionId: null,
      channel: `${g.params.communityId}/intake:${topic.id}`, cursor: 0,
    });
  });

  test('nobody floods their handlers, with a group or without one', async () => {
    const g = await seedGroup(t, { speaking: 'moderators' });
    const answers = [];
    for (let i = 0; i < 21; i += 1) {
      answers.push(await hand(g, 'neighbour', { text: '又坏了', ...(i % 2 === 0 ? { groupId: g.groupId } : {}) }));
    }
    expect(answers.slice(0, 20).filter(({ status }) => status !== 200)).toEqual([]);
    expect(answers[20]).toMatchObject({ status: 429, code: 'sending-too-fast' });
    expect((await hand(g, 'owner', { text: '也坏了' })).status).toBe(200);
    t.time.advance(3_600_000);
    expect((await hand(g, 'neighbour', { text: '还是坏的' })).status).toBe(200);
  });

  test('answered once taken up: author, card and channel show it, and nothing follows the end', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'neighbour', '路灯不亮');
    const { value: one } = await hand(g, 'neighbour', { kind: 'case', groupId: g.groupId, seqs: [1] });
    const { director } = g.v.by;
    expect((await answer(g, director, one, 'taken')).value).toMatchObject({ status: 'taken', mayAnswer: true, handledBy: '孙主任 1-1-102' });
    expect((await answer(g, director, one, 'taken')).code).toBe('already-decided');
    expect((await answer(g, director, one, 'answered', '已修好')).value).toMatchObject({ status: 'answered', reply: '已修好', mayAnswer: false });
    expect((await answer(g, director, one, 'declined')).code).toBe('intake-closed');
    const mine = await t.as(g.v.by.neighbour).get(api.getIntake, { params: at(g, one) });
    expect(mine).toMatchObject({ status: 'answered', reply: '已修好', handledBy: '孙主任 1-1-102' });
    const { items: cards } = await t.as(g.v.by.supervisor).get(api.getCards, { params: community(g), query: { refs: `case.${one.id}` } });
    expect(cards).toMatchObject([{ state: 'answered', cursor: 2 }]);
    const told = await t.deps.store.read((db) => {
      const { channelEvents: e } = db.t;
      return db.select({ type: e.type, data: e.data }).from(e).where(and(eq(e.communityId, one.groupId === null ? '' : g.params.communityId), eq(e.channel, `intake:${one.id}`))).orderBy(asc(e.seq));
    });
    expect(told).toMatchObject([
      { type: 'intake-changed', data: { id: one.id, status: 'taken', reply: '已安排周三查看' } },
      { type: 'intake-changed', data: { id: one.id, status: 'answered', reply: '已修好' } },
    ]);
  });

  test('topics go to facilitators and committees, cases to the grid worker of the ground and the committee', async () => {
    const g = await seedGroup(t);
    const { '3': third = '', '4': fourth = '' } = g.v.buildings;
    await followArea(t, g, third, 'building');
    await send(t, g, 'neighbour', '楼道堆物');
    const { value: topic } = await hand(g, 'neighbour', { groupId: g.groupId, seqs: [1] });
    const { value: one } = await hand(g, 'neighbour', { kind: 'case', groupId: g.groupId, seqs: [1] });
    const facilitator = await addDuty(t, g.v, 'facilitator', null);
    const worker = await addDuty(t, g.v, 'grid-worker', third);
    const beside = await addDuty(t, g.v, 'grid-worker', fourth);
    const leader = await addDuty(t, g.v, 'building-leader', third);
    expect(await numbers(g, facilitator)).toEqual(['T2026-0001']);
    expect(await numbers(g, g.v.by.secretary)).toEqual(['T2026-0001']);
    expect(await numbers(g, worker)).toEqual(['C2026-0001']);
    expect(await numbers(g, beside)).toEqual([]);
    expect(await numbers(g, leader)).toEqual([]);
    expect(await numbers(g, g.v.by.director, { kind: 'case' })).toEqual(['C2026-0001']);
    expect((await numbers(g, g.v.c.admin)).sort()).toEqual(['C2026-0001', 'T2026-0001']);
    expect((await numbers(g, g.v.by.neighbour, { mine: true })).sort()).toEqual(['C2026-0001', 'T2026-0001']);
    expect(await numbers(g, g.v.by.director, { status: 'answered' })).toEqual([]);
    expect((await answer(g, beside, one, 'taken')).code).toBe('not-found');
    expect((await answer(g, facilitator, one, 'taken')).code).toBe('not-found');
    expect((await answer(g, leader, one, 'taken')).code).toBe('not-allowed');
    expect((await answer(g, worker, one, 'taken')).status).toBe(200);
    expect((await answer(g, facilitator, topic, 'declined')).status).toBe(200);
  });

  test('neighbours of the group read it and do not answer; others do not find it', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'neighbour', '楼道堆物');
    const { value: one } = await hand(g, 'neighbour', { groupId: g.groupId, seqs: [1] });
    const get = (who: Villager) => t.as(g.v.by[who]).call(api.getIntake, { params: at(g, one) });
    expect((await get('supervisor')).value).toMatchObject({ id: one.id, mine: false, mayAnswer: false });
    expect((await answer(g, g.v.by.supervisor, one, 'taken')).code).toBe('not-allowed');
    expect(await numbers(g, g.v.by.supervisor)).toEqual([]);
    const { value: own } = await hand(g, 'supervisor', { text: '我想单独说' });
    expect(own).toMatchObject({ groupId: null, groupName: '', seqs: [], files: [], text: '我想单独说' });
    const alone = await t.as(g.v.by.neighbour).refused(api.getIntake, { params: at(g, own) });
    expect(alone).toBe('not-found');
    const { items } = await t.as(g.v.by.neighbour).get(api.getCards, { params: community(g), query: { refs: `topic.${own.id},case.${one.id},topic.${one.id}` } });
    expect(items.map(({ id }) => id)).toEqual([one.id]);
    const follows = (who: Villager, id: string) =>
      t.deps.store.read(async (db) => {
        const actor = await t.deps.members.loadMember(db, g.params.communityId, g.v.by[who], t.time.now());
        if (actor === null) throw new Error('no member');
        return followIntake(db, actor, id, t.time.now());
      });
    expect([await follows('neighbour', one.id), await follows('supervisor', one.id), await follows('neighbour', own.id)]).toEqual([true, true, false]);
    const other = await buildVillage(t);
    const crossed = { communityId: other.c.communityId, intakeId: one.id };
    expect(await t.as(other.by.director).refused(api.getIntake, { params: crossed })).toBe('not-found');
    expect(await t.as(other.by.director).refused(api.answerIntake, { params: crossed, body: { status: 'taken', reply: 'x' } })).toBe('not-found');
  });

  test('pictures are taken over: handlers outside the group fetch them, strangers do not', async () => {
    const g = await seedGroup(t);
    const { communityId } = g.params;
    const fileId = await upload(t, communityId, g.v.by.neighbour, png);
    await send(t, g, 'neighbour', { kind: 'image', fileId });
    const worker = await addDuty(t, g.v, 'grid-worker', g.v.c.areaId);
    const beside = await addDuty(t, g.v, 'facilitator', null);
    expect(await download(t, communityId, worker, fileId)).toBe(404);
    const { value: one } = await hand(g, 'owner', { kind: 'case', groupId: g.groupId, seqs: [1] });
    expect(one.files).toMatchObject([{ id: fileId, type: expect.stringMatching(/^image\//) as unknown }]);
    expect(one.text).toMatch(/^neighbour 3-2-101：〔.+〕$/);
    expect(await download(t, communityId, worker, fileId)).toBe(200);
    expect(await download(t, communityId, beside, fileId)).toBe(404);
    await t.as(g.v.by.rep).post(api.deleteMessage, { params: { ...g.params, messageSeq: '1' }, body: { reason: '隐私' } });
    expect(await download(t, communityId, worker, fileId)).toBe(200);
    expect(await download(t, communityId, g.v.by.supervisor, fileId)).toBe(404);
    expect(await t.as(g.v.by.supervisor).get(api.getIntake, { params: at(g, one) })).toMatchObject({ text: '', files: [] });
    expect((await t.as(worker).get(api.getIntake, { params: at(g, one) })).files).toHaveLength(1);
  });

  test('of a recalled picture nothing is left, also where it was handed on', async () => {
    const g = await seedGroup(t);
    const fileId = await upload(t, g.params.communityId, g.v.by.neighbour, png);
    await send(t, g, 'neighbour', { kind: 'image', fileId });
    const { value: one } = await hand(g, 'owner', { groupId: g.groupId, seqs: [1] });
    await t.as(g.v.by.neighbour).post(api.recallMessage, { params: { ...g.params, messageSeq: '1' } });
    expect(await download(t, g.params.communityId, g.v.by.director, fileId)).toBe(404);
    expect((await t.as(g.v.by.director).get(api.getIntake, { params: at(g, one) })).files).toEqual([]);
  });

  test('from a group one is not in, of messages that are not there or gone, of nothing → refused, and no number is lost', async () => {
    const g = await seedGroup(t);
    await send(t, g, 'neighbour', '说错了');
    await send(t, g, 'neighbour', '说对了');
    await t.as(g.v.by.neighbour).post(api.recallMessage, { params: { ...g.params, messageSeq: '1' } });
    const code = async (who: Villager, more: Handed) => (await hand(g, who, more)).code;
    expect(await code('secretary', { groupId: g.groupId, seqs: [2] })).toBe('not-found');
    expect(await code('owner', { groupId: g.groupId, seqs: [1, 2] })).toBe('message-gone');
    expect(await code('owner', { groupId: g.groupId, seqs: [2, 3] })).toBe('not-found');
    expect(await code('owner', { seqs: [2] })).toBe('not-found');
    expect(await code('owner', { groupId: g.groupId })).toBe('intake-empty');
    expect(await code('owner', { text: ' ' })).toBe('intake-empty');
    const other = await seedGroup(t, { village: await buildVillage(t) });
    await send(t, other, 'owner', '别处的话');
    expect(await code('owner', { groupId: other.groupId, seqs: [1] })).toBe('not-found');
    expect((await hand(g, 'owner', { groupId: g.groupId, seqs: [2] })).value.number).toBe('T2026-0001');
    expect((await hand(other, 'owner', { text: '一件事' })).value.number).toBe('T2026-0001');
  });

  test('whoever may not speak hands on all the same, without a card; so does a title that the check does not pass', async () => {
    const g = await seedGroup(t, { speaking: 'moderators' });
    await send(t, g, 'owner', '通知');
    expect((await hand(g, 'neighbour', { groupId: g.groupId, seqs: [1] })).status).toBe(200);
    expect(await history(g)).toHaveLength(1);
    expect((await hand(g, 'owner', { groupId: g.groupId, seqs: [1], title: '有人在群里推网络赌博' })).status).toBe(200);
    expect(await history(g)).toHaveLength(1);
    expect((await numbers(g, g.v.by.director)).sort()).toEqual(['T2026-0001', 'T2026-0002']);
  });

  test('handed on by many at once → numbers without gap or double', async () => {
    const g = await seedGroup(t);
    const made = await Promise.all(Array.from({ length: 12 }, (_, i) => hand(g, i % 2 === 0 ? 'owner' : 'neighbour', { text: `第${i}件` })));
    const expected = Array.from({ length: 12 }, (_, i) => `T2026-${String(i + 1).padStart(4, '0')}`);
    expect(made.map(({ value }) => value.number).sort()).toEqual(expected);
  });

  test('nothing went wrong underneath', () => {
    expect(t.problems).toEqual([]);
  });
});
