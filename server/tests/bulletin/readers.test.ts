import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildDoorVillage, type DoorVillage } from './door-village.ts';

const hour = 3_600_000;

describe.each(engines)('what readers find on %s', (engine) => {
  let t: TestApp;
  let v: DoorVillage;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildDoorVillage(t);
  });
  afterAll(() => t.close());

  const list = async (key: string, query: object = {}) => {
    const { items } = await v.by(key).get(api.listNotices, { params: v.c.params, query });
    return items.map(({ title }) => title);
  };
  const todo = async (key: string) => (await v.by(key).get(api.listNoticeTodo, { params: v.c.params })).items.map(({ title }) => title);

  it('emergencies first until acknowledged, then what expires, then corrections; by area, by building and by seat', async () => {
    const later = async (more: object) => {
      t.time.advance(hour);
      return v.publish('孙主任', { areaIds: [v.c.areaId], ...more });
    };
    const storm = await later({ category: 'urgent', title: '暴雨', needsAck: false });
    const fair = await later({ category: 'activity', title: '集市', needsAck: false });
    await later({ category: 'safety', title: '消防', expiresAt: t.time.now() + 90 * hour });
    await later({ category: 'utilities', title: '停电', expiresAt: t.time.now() + 50 * hour });
    await later({ category: 'policy', title: '开会', areaIds: [], bodyIds: [v.c.bodies.representatives], needsAck: false });
    await later({ category: 'policy', title: '只给一单元', areaIds: [await v.area('1-1')], needsAck: false });

    expect(await list('王工')).toEqual(['暴雨', '只给一单元', '停电', '消防', '集市']);
    expect(await list('吴代表')).toEqual(['暴雨', '开会', '停电', '消防', '集市']);
    expect(await list('郑代表')).toEqual(['开会']);
    expect(await list('网格员')).toEqual([]);
    expect(await list('王工', { category: 'utilities' })).toEqual(['停电']);
    expect(await todo('王工')).toEqual(['暴雨', '停电', '消防']);

    const body = { title: '集市改期', body: '改到周日。', fileIds: [], change: '改期', version: 1 };
    await v.by('王工').post(api.markNoticeRead, { params: v.at(fair), body: { version: 1 } });
    await v.by('孙主任').post(api.correctNotice, { params: v.at(fair), body });
    expect(await todo('王工')).toEqual(['暴雨', '停电', '消防', '集市改期']);
    expect(await todo('吴代表')).toEqual(['暴雨', '停电', '消防']);
    await v.by('王工').post(api.acknowledgeNotice, { params: v.at(storm), body: { version: 1 } });
    await v.by('王工').post(api.markNoticeRead, { params: v.at(fair), body: { version: 2 } });
    expect(await todo('王工')).toEqual(['停电', '消防']);
  });

  it('pages without a gap or a double, urgent ones on the first page until acknowledged', async () => {
    const turnPages = async (key: string) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await v.by(key).get(api.listNotices, { params: v.c.params, query: { limit: 2, ...(cursor ? { cursor } : {}) } });
        seen.push(...page.items.map(({ title }) => title));
        cursor = page.next ?? undefined;
      } while (cursor);
      return seen;
    };
    expect(await turnPages('赵明')).toEqual(['暴雨', '只给一单元', '停电', '消防', '集市改期']);
    // Acknowledged, it stands where its day puts it.
    expect(await turnPages('王工')).toEqual(['只给一单元', '停电', '消防', '集市改期', '暴雨']);
    expect(await list('王工', { cursor: 'bm9uc2Vuc2U' })).toHaveLength(5);
  });

  it('asks for no acknowledgement where none is asked, nor from those whom it is not for, and leaves no mark of them', async () => {
    const id = await v.publish('孙主任', { title: '讲座', areaIds: [v.buildings['1'] ?? ''], needsAck: false });
    const ack = (key: string) => v.by(key).refused(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } });
    expect(await ack('王工')).toBe('no-ack-asked');
    expect(await ack('吴代表')).toBe('not-found');
    await v.by('孙主任').post(api.markNoticeRead, { params: v.at(id), body: { version: 1 } });
    expect((await v.by('孙主任').get(api.getNotice, { params: v.at(id) })).read).toBe(false);
    expect(await v.by('王工').refused(api.markNoticeRead, { params: v.at(id), body: { version: 2 } })).toBe('notice-changed');
    await v.by('王工').post(api.markNoticeRead, { params: v.at(id), body: { version: 1 } });
    await v.by('王工').post(api.markNoticeRead, { params: v.at(id), body: { version: 0 } });
    expect((await v.by('王工').get(api.getNotice, { params: v.at(id) })).readVersion).toBe(1);
    const { total } = await v.by('孙主任').get(api.getDelivery, { params: v.at(id) });
    expect(total).toEqual({ dwellings: 4, acknowledged: 0, read: 2, notReached: 1, notRegistered: 1 });
    const { items } = await v.by('孙主任').get(api.listWrittenNotices, { params: v.c.params });
    const row = items.find((one) => one.id === id);
    expect([row?.dwellings, row?.reached]).toEqual([4, 2]);
  });

  it('counts members of bodies as people where they have no door in the scope', async () => {
    const bodyIds = [v.c.bodies.representatives];
    const id = await v.publish('孙主任', { title: '表决', areaIds: [v.buildings['2'] ?? ''], bodyIds });
    const shown = () => v.by('孙主任').get(api.getDelivery, { params: v.at(id) });
    expect([(await shown()).total.dwellings, (await shown()).people]).toEqual([1, { of: 1, acknowledged: 0, read: 0 }]);
    expect((await shown()).reminder.people).toBe(2);
    await v.by('郑代表').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } });
    expect([(await shown()).people.acknowledged, (await shown()).reminder.people]).toEqual([1, 1]);
    const query = { areaIds: v.buildings['2'] ?? '', bodyIds: bodyIds.join(','), category: 'policy' as const };
    const audience = await v.by('孙主任').get(api.getAudience, { params: v.c.params, query });
    expect([audience.dwellings, audience.people, audience.registered]).toEqual([1, 2, 2]);
  });

  it('reaches both committees through the body that joins them', async () => {
    const id = await v.publish('孙主任', { title: '两委会', areaIds: [], bodyIds: [v.c.bodies['two-committees']] });
    expect(await todo('孙主任')).toContain('两委会');
    expect((await v.by('孙主任').get(api.getDelivery, { params: v.at(id) })).people.of).toBe(1);
    expect(await v.by('李春梅').refused(api.getNotice, { params: v.at(id) })).toBe('not-found');
  });

  it('follows who moves in and out', async () => {
    const id = await v.publish('孙主任', { title: '二号楼', areaIds: [v.buildings['2'] ?? ''] });
    await v.add('新邻居', { homes: ['2-1-101'] });
    expect(await todo('新邻居')).toContain('二号楼');
    const { tenures: t2 } = t.deps.store.t;
    await t.deps.store.write((tx) => tx.update(t2).set({ until: t.time.now() }));
    expect(await v.by('新邻居').call(api.getNotice, { params: v.at(id) })).toMatchObject({ status: 403, code: 'not-a-member' });
    expect(t.problems).toEqual([]);
  });
});
