import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildDoorVillage, type DoorVillage } from './door-village.ts';

const day = 86_400_000;

describe.each(engines)('who may write to whom on %s', (engine) => {
  let t: TestApp;
  let v: DoorVillage;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildDoorVillage(t);
  });
  afterAll(() => t.close());

  const input = (areaIds: string[], bodyIds: string[] = [], more: object = {}) => ({
    category: 'policy' as const, title: '通知', body: '请知悉。', fileIds: [], areaIds, bodyIds, needsAck: false, expiresAt: null, ...more,
  });
  const refusedTo = (key: string, body: ReturnType<typeof input>) => v.by(key).refused(api.createNotice, { params: v.c.params, body });

  it('a building leader to the own building and below, a committee to everybody', async () => {
    const [one = '', two = ''] = [v.buildings['1'], v.buildings['2']];
    const representatives = v.c.bodies.representatives;
    expect(await refusedTo('李春梅', input([two]))).toBe('scope-denied');
    expect(await refusedTo('李春梅', input([one, two]))).toBe('scope-denied');
    expect(await refusedTo('李春梅', input([one], [representatives]))).toBe('scope-denied');
    expect(await refusedTo('李春梅', input([v.c.areaId]))).toBe('scope-denied');
    expect(await refusedTo('李春梅', input([]))).toBe('scope-empty');
    expect(await refusedTo('李春梅', input(['nowhere']))).toBe('not-found');
    expect(await refusedTo('孙主任', input([], ['nobody']))).toBe('not-found');
    expect(await refusedTo('王工', input([one]))).toBe('not-allowed');
    const { areas, bodies } = await v.by('李春梅').get(api.listScopes, { params: v.c.params });
    expect([areas.map(({ name }) => name), bodies]).toEqual([['1栋', '1单元', '2单元'], []]);
    const all = await v.by('孙主任').get(api.listScopes, { params: v.c.params });
    expect(all.areas[0]?.kind).toBe('community');
    expect(all.bodies.map(({ id }) => id)).toContain(representatives);
    const query = { areaIds: two, bodyIds: '', category: 'policy' as const };
    expect(await v.by('李春梅').refused(api.getAudience, { params: v.c.params, query })).toBe('scope-denied');
  });

  it('keeps drafts from others, and what is out from being changed in place', async () => {
    const id = await v.draft('李春梅');
    const params = v.at(id);
    const body = input([v.buildings['1'] ?? '']);
    for (const key of ['孙主任', '网格员']) {
      expect(await v.by(key).refused(api.editNotice, { params, body })).toBe('not-found');
      expect(await v.by(key).refused(api.publishNotice, { params, body: { at: null } })).toBe('not-found');
    }
    expect(await v.by('李春梅').refused(api.unscheduleNotice, { params })).toBe('notice-not-scheduled');
    expect(await v.by('李春梅').refused(api.remindReaders, { params })).toBe('notice-not-published');
    expect(await v.by('李春梅').refused(api.getDelivery, { params })).toBe('notice-not-published');
    await v.by('李春梅').post(api.publishNotice, { params, body: { at: null } });
    expect(await v.by('李春梅').refused(api.editNotice, { params, body })).toBe('notice-published');
    expect(await v.by('李春梅').refused(api.discardNotice, { params })).toBe('notice-published');
    expect(await v.by('李春梅').refused(api.publishNotice, { params, body: { at: null } })).toBe('notice-published');
    expect(await v.by('网格员').refused(api.withdrawNotice, { params, body: { reason: '不对' } })).toBe('not-found');
    const correction = { title: '通知', body: '新', fileIds: [], change: '更新', version: 7 };
    expect(await v.by('李春梅').refused(api.correctNotice, { params, body: correction })).toBe('notice-changed');
    // A committee looks after every notice that is out.
    await v.by('孙主任').post(api.withdrawNotice, { params, body: { reason: '内容有误' } });
    expect(await v.by('李春梅').refused(api.correctNotice, { params, body: correction })).toBe('notice-withdrawn');
    expect(await v.by('王工').refused(api.acknowledgeNotice, { params, body: { version: 1 } })).toBe('notice-withdrawn');
    const seen = await v.by('王工').get(api.getNotice, { params });
    expect([seen.status, seen.withdrawnReason]).toEqual(['withdrawn', '内容有误']);
  });

  it('discards a draft without a trace', async () => {
    const id = await v.draft('李春梅');
    await v.by('李春梅').post(api.publishNotice, { params: v.at(id), body: { at: t.time.now() + day } });
    await v.by('李春梅').post(api.discardNotice, { params: v.at(id) });
    t.time.advance(2 * day);
    await t.runTimers();
    expect(await v.by('李春梅').refused(api.getNotice, { params: v.at(id) })).toBe('not-found');
  });

  it('refuses hours that are past, too far or beyond the expiry', async () => {
    const id = await v.draft('李春梅', { expiresAt: t.time.now() + 2 * day });
    const publish = (at: number | null) => v.by('李春梅').refused(api.publishNotice, { params: v.at(id), body: { at } });
    expect(await publish(t.time.now())).toBe('time-past');
    expect(await publish(t.time.now() + 91 * day)).toBe('time-too-far');
    expect(await publish(t.time.now() + 2 * day)).toBe('expiry-past');
    expect(await refusedTo('李春梅', input([v.buildings['1'] ?? ''], [], { expiresAt: t.time.now() }))).toBe('expiry-past');
    await v.by('李春梅').post(api.publishNotice, { params: v.at(id), body: { at: t.time.now() + day } });
    const later = input([v.buildings['1'] ?? ''], [], { expiresAt: t.time.now() + day });
    expect(await v.by('李春梅').refused(api.editNotice, { params: v.at(id), body: later })).toBe('expiry-past');
    const back = await v.by('李春梅').post(api.unscheduleNotice, { params: v.at(id) });
    expect([back.status, back.publishAt]).toEqual(['draft', null]);
  });

  it('does not put up in the name of an office what its holder wrote before it ended', async () => {
    const until = new Date(t.time.now() + 3 * day).toISOString().slice(0, 10);
    await v.add('老楼长', { duty: { kind: 'building-leader', area: '2', until } });
    const id = await v.draft('老楼长', { areaIds: [v.buildings['2'] ?? ''] });
    await v.by('老楼长').post(api.publishNotice, { params: v.at(id), body: { at: t.time.now() + 6 * day } });
    t.time.advance(6 * day);
    await t.runTimers();
    const { notices: n } = t.deps.store.t;
    const rows = await t.deps.store.read((db) => db.select({ id: n.id, status: n.status }).from(n));
    expect(rows.find((row) => row.id === id)?.status).toBe('draft');
    expect(await v.told('老楼长')).toBe(1);
    expect(t.problems).toEqual([]);
  });

  it('names the words that cannot go out, wherever they stand', async () => {
    const params = v.c.params;
    const one = v.buildings['1'] ?? '';
    const bad = input([one], [], { body: `${'停水。'.repeat(900)}代 开 发 票` });
    const answer = await v.by('李春梅').call(api.createNotice, { params, body: bad });
    expect([answer.status, answer.code]).toEqual([422, 'wording-risky']);
    expect((answer.value as unknown as { error: { details: object } }).error.details).toEqual({ words: '代开发票' });
    const id = await v.publish('李春梅');
    const body = { title: '六合彩', body: '新', fileIds: [], change: '更新', version: 1 };
    expect(await v.by('李春梅').refused(api.correctNotice, { params: v.at(id), body })).toBe('wording-risky');
    expect((await v.by('李春梅').get(api.getNotice, { params: v.at(id) })).version).toBe(1);
  });

  it('lets a leader of one building follow a notice to all of them there, and there only', async () => {
    const id = await v.publish('孙主任', { areaIds: [v.c.areaId] });
    const params = v.at(id);
    const whole = await v.by('孙主任').get(api.getDelivery, { params });
    expect([whole.total.dwellings, whole.allowed]).toEqual([6, ['acknowledge', 'correct', 'withdraw', 'remind', 'remind-doors', 'assign-knocks', 'see-delivery']]);
    const part = await v.by('李春梅').get(api.getDelivery, { params });
    expect([part.total.dwellings, part.units.map(({ label }) => label), part.reminder.people]).toEqual([4, ['1栋 1单元', '1栋 2单元'], 0]);
    expect(await v.by('李春梅').refused(api.remindReaders, { params })).toBe('not-allowed');
    const helperId = v.people['王工']?.resident ?? '';
    expect(await v.by('李春梅').post(api.assignKnocks, { params, body: { helperId } })).toEqual({ assigned: 4 });
    const record = (key: string, door: string) => {
      const at = { ...params, dwellingId: v.dwellings[door] ?? '' };
      return v.by(key).call(api.recordKnock, { params: at, body: { result: 'told', note: '' } });
    };
    expect((await record('李春梅', '2-1-101')).code).toBe('not-found');
    expect((await record('赵明', '1-1-102')).code).toBe('not-found');
    expect((await record('王工', '1-2-202')).status).toBe(200);
    expect((await record('李春梅', '1-1-101')).status).toBe(200);
    expect((await record('网格员', '2-1-101')).status).toBe(200);
    expect((await v.by('孙主任').get(api.getDelivery, { params })).knocks).toEqual({ open: 2, told: 3, absent: 0 });
    const elsewhere = { helperId, areaId: v.buildings['2'] ?? '' };
    expect(await v.by('李春梅').refused(api.assignKnocks, { params, body: elsewhere })).toBe('nobody-missing');
    expect(await v.by('李春梅').refused(api.assignKnocks, { params, body: { helperId: 'ghost' } })).toBe('helper-unknown');
    expect(t.problems).toEqual([]);
  });
});
