import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { noticeLimits } from '@bandeng/shared/bulletin/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { followDelivery } from '../../src/bulletin/announce-delivery.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildDoorVillage, type DoorVillage } from './door-village.ts';

const hour = 3_600_000;
const gap = noticeLimits.reminderGapMs;

describe.each(engines)('door by door on %s', (engine) => {
  let t: TestApp;
  let v: DoorVillage;
  let id: string;
  let before: Readonly<Record<string, number>> = {};
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildDoorVillage(t);
  });
  beforeEach(async () => {
    before = { 王工: await v.told('王工'), 赵明: await v.told('赵明'), 李春梅: await v.told('李春梅') };
    id = await v.publish('李春梅');
  });
  afterAll(() => t.close());

  const door = (label: string) => ({ ...v.at(id), dwellingId: v.dwellings[label] ?? '' });
  const unit = async (name: string) => ({ ...v.at(id), areaId: await v.area(name) });
  const delivery = () => v.by('李春梅').get(api.getDelivery, { params: v.at(id) });
  const units = async () => (await delivery()).units.map(({ label, remindable, nextReminderAt }) => [label, remindable, nextReminderAt]);
  const nextAt = async (label: string) => {
    const { items } = await v.by('李春梅').get(api.listDwellingDelivery, { params: v.at(id) });
    return items.find((row) => row.label === label)?.nextReminderAt;
  };
  /** Since before it was published. */
  const told = (...keys: string[]) => Promise.all(keys.map(async (key) => (await v.told(key)) - (before[key] ?? 0)));

  it('one dwelling is reminded, not again before four hours are over, and the others at any time', async () => {
    expect(await told('王工', '赵明', '李春梅')).toEqual([1, 1, 1]);
    expect(await v.by('李春梅').post(api.remindDwelling, { params: door('1-1-102') })).toEqual({ people: 2, wechat: 0, sms: 0 });
    expect(await told('王工', '赵明', '李春梅')).toEqual([2, 2, 1]);
    const again = await v.by('李春梅').call(api.remindDwelling, { params: door('1-1-102') });
    const { error } = again.value as unknown as { error: { code: string; details: object } };
    expect([error.code, error.details]).toEqual(['reminded-lately', { nextAt: t.time.now() + gap }]);
    expect([await nextAt('1-1-102'), await nextAt('1-1-101')]).toEqual([t.time.now() + gap, null]);
    expect(await v.by('李春梅').post(api.remindDwelling, { params: door('1-1-101') })).toMatchObject({ people: 1 });
    t.time.advance(gap);
    expect(await nextAt('1-1-102')).toBeNull();
    expect(await v.by('李春梅').post(api.remindDwelling, { params: door('1-1-102') })).toMatchObject({ people: 2 });
  });

  it('a whole unit is reminded but for the doors reminded lately and those that have answered', async () => {
    expect(await units()).toEqual([['1栋 1单元', 2, null], ['1栋 2单元', 1, null]]);
    await v.by('李春梅').post(api.remindDwelling, { params: door('1-1-101') });
    expect(await units()).toEqual([['1栋 1单元', 1, null], ['1栋 2单元', 1, null]]);
    t.time.advance(hour);
    expect(await v.by('李春梅').post(api.remindUnit, { params: await unit('1-1') })).toMatchObject({ people: 2 });
    expect(await told('李春梅', '王工', '赵明')).toEqual([2, 2, 2]);
    expect(await units()).toEqual([['1栋 1单元', 0, t.time.now() - hour + gap], ['1栋 2单元', 1, null]]);
    expect(await v.by('李春梅').refused(api.remindUnit, { params: await unit('1-1') })).toBe('reminded-lately');
    await v.by('李春梅').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } });
    await v.by('赵明').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } });
    expect(await v.by('李春梅').refused(api.remindUnit, { params: await unit('1-1') })).toBe('nobody-missing');
    expect(await v.by('李春梅').refused(api.remindDwelling, { params: door('1-1-101') })).toBe('nobody-missing');
    expect(await v.by('李春梅').refused(api.remindDwelling, { params: door('1-2-202') })).toBe('nobody-registered');
    expect(await units()).toEqual([['1栋 1单元', 0, null], ['1栋 2单元', 1, null]]);
  });

  it('a reminder to all passes by who was reminded at the own door, and stands against every door for four hours', async () => {
    await v.by('李春梅').post(api.remindDwelling, { params: door('1-1-102') });
    expect((await delivery()).reminder.people).toBe(1);
    expect(await v.by('李春梅').post(api.remindReaders, { params: v.at(id) })).toMatchObject({ people: 1 });
    expect(await told('李春梅', '王工', '赵明')).toEqual([2, 2, 2]);
    t.time.advance(gap - 1);
    expect(await v.by('李春梅').refused(api.remindDwelling, { params: door('1-1-101') })).toBe('reminded-lately');
    expect((await units())[0]?.[2]).toBe(t.time.now() + 1);
    t.time.advance(1);
    await v.by('李春梅').post(api.remindUnit, { params: await unit('1-1') });
    // 王工 owns the one door with somebody behind it there, and was reminded at the other.
    expect(await v.by('李春梅').refused(api.remindUnit, { params: await unit('1-2') })).toBe('reminded-lately');
    expect(await v.by('李春梅').refused(api.remindReaders, { params: v.at(id) })).toBe('reminded-lately');
  });

  it('is for those who follow the notice there, on doors that it is for', async () => {
    expect(await v.by('网格员').refused(api.remindDwelling, { params: door('1-1-102') })).toBe('not-found');
    expect(await v.by('王工').refused(api.remindDwelling, { params: door('1-1-102') })).toBe('not-allowed');
    expect(await v.by('李春梅').refused(api.remindDwelling, { params: door('2-1-101') })).toBe('not-found');
    expect(await v.by('李春梅').refused(api.remindUnit, { params: await unit('2-1') })).toBe('not-found');
    expect(await v.by('孙主任').refused(api.remindUnit, { params: { ...v.at(id), areaId: 'nowhere' } })).toBe('not-found');
    id = await v.publish('孙主任', { areaIds: [v.c.areaId] });
    expect(await v.by('网格员').refused(api.remindDwelling, { params: door('1-1-102') })).toBe('not-found');
    expect(await v.by('网格员').post(api.remindDwelling, { params: door('2-1-101') })).toMatchObject({ people: 1 });
    await v.by('孙主任').post(api.withdrawNotice, { params: v.at(id), body: { reason: '发错了' } });
    expect(await v.by('孙主任').refused(api.remindDwelling, { params: door('1-1-102') })).toBe('notice-withdrawn');
  });

  it('two reminders of one door at once tell its people once', async () => {
    const both = await Promise.all([1, 2].map(() => v.by('李春梅').call(api.remindDwelling, { params: door('1-1-102') })));
    expect(both.map(({ status, code }) => code ?? status).sort()).toEqual([200, 'reminded-lately']);
    expect(await told('王工')).toEqual([2]);
  });

  const followers = () => {
    const { channelEvents: e } = t.deps.store.t;
    return t.deps.store.read((db) =>
      db.select({ data: e.data }).from(e).where(and(eq(e.communityId, v.c.communityId), eq(e.channel, `delivery:${id}`))),
    );
  };

  it('those who follow how it comes hear once of all that happened within a second, without a name or a number', async () => {
    const { cursor } = await delivery();
    for (const key of ['王工', '赵明', '李春梅']) await v.by(key).post(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } });
    await v.by('李春梅').post(api.recordKnock, { params: door('1-2-202'), body: { result: 'told', note: '' } });
    await t.runTimers();
    expect(await followers()).toEqual([]);
    t.time.advance(1000);
    await t.runTimers();
    expect(await followers()).toEqual([{ data: {} }]);
    expect((await delivery()).cursor).toBe(cursor + 1);
    await v.by('李春梅').post(api.recordKnock, { params: door('1-2-202'), body: { result: 'absent', note: '' } });
    t.time.advance(1000);
    await t.runTimers();
    expect(await followers()).toHaveLength(2);
    expect(t.problems).toEqual([]);
  });

  it('only those who may see how it comes may listen', async () => {
    const mayListen = (key: string) =>
      t.deps.store.read(async (db) => {
        const actor = await t.deps.members.loadMember(db, v.c.communityId, v.people[key]?.account ?? '', t.time.now());
        return actor !== null && followDelivery(db, actor, id, t.time.now());
      });
    const heard = await Promise.all(['李春梅', '孙主任', '网格员', '王工'].map(mayListen));
    expect(heard).toEqual([true, true, false, false]);
    id = await v.draft('李春梅');
    expect(await mayListen('李春梅')).toBe(false);
  });

  it('what a helper tells is the version of the list in hand; doors not told what holds now stay on the list', async () => {
    const helperId = v.people['吴代表']?.resident ?? '';
    await v.by('李春梅').post(api.assignKnocks, { params: v.at(id), body: { helperId, areaId: await v.area('1-2') } });
    const open = async () => {
      const { items } = await v.by('吴代表').get(api.listMyKnocks, { params: v.c.params, query: { open: true } });
      return items.map(({ label, result, noticeVersion }) => [label, result, noticeVersion]);
    };
    const record = (label: string, result: 'told' | 'absent', version: number) =>
      v.by('吴代表').call(api.recordKnock, { params: door(label), body: { result, note: '', version } });
    expect((await record('1-2-201', 'told', 1)).status).toBe(200);
    expect((await record('1-2-202', 'absent', 1)).status).toBe(200);
    expect(await open()).toEqual([['1-2-202', 'absent', 1]]);
    const body = { title: '改期', body: '改到周五。', fileIds: [], change: '改期', version: 1 };
    await v.by('李春梅').post(api.correctNotice, { params: v.at(id), body });
    expect((await record('1-2-202', 'told', 1)).code).toBe('notice-changed');
    expect(await open()).toEqual([['1-2-201', 'told', 2], ['1-2-202', 'absent', 2]]);
    expect((await delivery()).knocks).toEqual({ open: 1, told: 0, absent: 1 });
    expect((await record('1-2-202', 'told', 2)).status).toBe(200);
    expect(await open()).toEqual([['1-2-201', 'told', 2]]);
  });
});
