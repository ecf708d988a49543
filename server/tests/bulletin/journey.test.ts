import { bulletinApi as api } from '@bandeng/shared/bulletin/api.ts';
import { chatApi } from '@bandeng/shared/chat/api.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaGroupId } from '../../src/chat/group-ids.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildDoorVillage, type DoorVillage } from './door-village.ts';

const hour = 3_600_000;

describe.each(engines)('a notice from the draft to the last door on %s', (engine) => {
  let t: TestApp;
  let v: DoorVillage;
  let id: string;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildDoorVillage(t);
  });
  afterAll(() => t.close());

  const delivery = () => v.by('李春梅').get(api.getDelivery, { params: v.at(id) });
  const doors = async (query: object = {}) => {
    const page = await v.by('李春梅').get(api.listDwellingDelivery, { params: v.at(id), query });
    return page.items.map(({ label, state }) => `${label} ${state}`);
  };
  const todo = async (key: string) => (await v.by(key).get(api.listNoticeTodo, { params: v.c.params })).items.map((one) => one.id);
  const card = async (key: string) => {
    const { items } = await v.by(key).get(chatApi.getCards, { params: v.c.params, query: { refs: `notice.${id}` } });
    return items[0];
  };

  it('is counted before it goes out: doors, people once, who is only met at the door, groups', async () => {
    const query = { areaIds: v.buildings['1'] ?? '', bodyIds: '', category: 'utilities' as const };
    const audience = await v.by('李春梅').get(api.getAudience, { params: v.c.params, query });
    expect(audience).toEqual({
      dwellings: 4, unregisteredDwellings: 1, people: 4, registered: 3, wechat: 0, sms: 0, groups: [audience.groups[0]],
    });
    expect(audience.groups).toHaveLength(1);
  });

  it('is a draft that nobody else finds, can be changed, and waits for its hour', async () => {
    id = await v.draft('李春梅');
    expect(await v.by('王工').refused(api.getNotice, { params: v.at(id) })).toBe('not-found');
    expect(await v.by('孙主任').refused(api.getNotice, { params: v.at(id) })).toBe('not-found');
    const mine = await v.by('李春梅').get(api.getNotice, { params: v.at(id) });
    expect([mine.status, mine.by.label, mine.scopeLabel, mine.publicPath]).toEqual(['draft', '楼栋长 李春梅', '1栋', null]);
    const body = {
      category: 'utilities' as const, title: '周四 9:00 停水', body: '因水箱清洗，9:00 至 15:00 停水。', fileIds: [],
      areaIds: [v.buildings['1'] ?? '', await v.area('1-2')], bodyIds: [], needsAck: true, expiresAt: t.time.now() + 240 * hour,
    };
    const edited = await v.by('李春梅').post(api.editNotice, { params: v.at(id), body });
    expect([edited.title, edited.scope.areas.map(({ name }) => name)]).toEqual(['周四 9:00 停水', ['1栋']]);
    const waiting = await v.by('李春梅').post(api.publishNotice, { params: v.at(id), body: { at: t.time.now() + hour } });
    expect([waiting.status, waiting.publishAt]).toEqual(['scheduled', t.time.now() + hour]);
    await t.runTimers();
    expect(await todo('王工')).toEqual([]);
  });

  it('goes out on time: found by those it is for, a card in their group, told on their channel, asking to be acknowledged', async () => {
    t.time.advance(hour);
    await t.runTimers();
    expect(await todo('王工')).toEqual([id]);
    expect(await todo('赵明')).toEqual([id]);
    expect(await todo('吴代表')).toEqual([]);
    expect([await v.told('王工'), await v.told('吴代表')]).toEqual([1, 0]);
    const groupId = areaGroupId(v.buildings['1'] ?? '');
    const { items } = await v.by('王工').get(chatApi.listMessages, { params: { ...v.c.params, groupId } });
    expect(items.map(({ kind, card: shown }) => ({ kind, shown }))).toEqual([{ kind: 'card', shown: { kind: 'notice', id } }]);
    const shown = await card('王工');
    expect(shown).toMatchObject({ title: '周四 9:00 停水', state: 'published', action: 'acknowledge', channel: channelName(v.c.communityId, 'notice', id) });
    expect((await card('孙主任'))?.action).toBe('open');
    expect(await card('吴代表')).toBeUndefined();
    const page = await v.by('王工').get(api.getNotice, { params: v.at(id) });
    expect([page.status, page.publishedAt, page.read, page.allowed]).toEqual(['published', t.time.now(), false, ['acknowledge']]);
  });

  it('is read and acknowledged, once per person and for every door of that person', async () => {
    expect(await doors()).toEqual(['1-1-101 not-reached', '1-1-102 not-reached', '1-2-201 not-reached', '1-2-202 not-registered']);
    await v.by('王工').post(api.markNoticeRead, { params: v.at(id), body: { version: 1 } });
    expect((await delivery()).total).toEqual({ dwellings: 4, acknowledged: 0, read: 2, notReached: 1, notRegistered: 1 });
    const reply = await v.by('王工').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } });
    expect([reply.acknowledged, reply.allowed]).toEqual([true, []]);
    await v.by('王工').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } });
    expect(await todo('王工')).toEqual([]);
    expect(await card('王工')).toMatchObject({ state: 'acknowledged', action: 'open' });
    // His tenant is behind one of the same doors: the door has answered, the person is still asked.
    expect(await todo('赵明')).toEqual([id]);
    const { units, total } = await delivery();
    expect(units.map(({ label, dwellings, acknowledged }) => [label, dwellings, acknowledged])).toEqual([['1栋 1单元', 2, 1], ['1栋 2单元', 2, 1]]);
    expect(total).toEqual({ dwellings: 4, acknowledged: 2, read: 0, notReached: 1, notRegistered: 1 });
    expect(await doors({ missing: true })).toEqual(['1-1-101 not-reached', '1-2-202 not-registered']);
  });

  it('is corrected: an older acknowledgement counts no more, and those who saw it are told', async () => {
    const before = await v.told('王工');
    const unread = await v.told('赵明');
    const body = { title: '周五 9:00 停水', body: '改到周五。', fileIds: [], change: '停水改到周五', version: 1 };
    const reply = await v.by('李春梅').post(api.correctNotice, { params: v.at(id), body });
    expect([reply.version, reply.versions.map(({ title, change }) => [title, change])]).toEqual([
      2, [['周五 9:00 停水', '停水改到周五'], ['周四 9:00 停水', '']],
    ]);
    expect([(await v.told('王工')) - before, (await v.told('赵明')) - unread]).toEqual([1, 0]);
    expect(await card('王工')).toMatchObject({ title: '周五 9:00 停水', state: 'corrected', action: 'acknowledge', numbers: { version: 2 } });
    const page = await v.by('王工').get(api.getNotice, { params: v.at(id) });
    expect([page.read, page.acknowledged, page.readVersion]).toEqual([false, false, 1]);
    expect((await delivery()).total.acknowledged).toBe(0);
    expect(await v.by('王工').refused(api.acknowledgeNotice, { params: v.at(id), body: { version: 1 } })).toBe('notice-changed');
    await v.by('王工').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 2 } });
    expect((await delivery()).total.acknowledged).toBe(2);
  });

  it('is brought to mind to those who are late, not again before four hours are over', async () => {
    const before = [await v.told('李春梅'), await v.told('王工')];
    const shown = await delivery();
    expect([shown.reminder.people, shown.nextReminderAt]).toEqual([1, null]);
    const reply = await v.by('李春梅').post(api.remindReaders, { params: v.at(id) });
    expect(reply).toEqual({ people: 1, wechat: 0, sms: 0 });
    expect([(await v.told('李春梅')) - (before[0] ?? 0), (await v.told('王工')) - (before[1] ?? 0)]).toEqual([1, 0]);
    expect(await v.by('李春梅').refused(api.remindReaders, { params: v.at(id) })).toBe('reminded-lately');
    expect((await delivery()).nextReminderAt).toBe(t.time.now() + 4 * hour);
    t.time.advance(4 * hour);
    await v.by('李春梅').post(api.remindReaders, { params: v.at(id) });
  });

  it('is carried to the doors that are left, until every one has answered', async () => {
    const helper = v.people['吴代表']?.resident ?? '';
    expect(await v.by('李春梅').post(api.assignKnocks, { params: v.at(id), body: { helperId: helper } })).toEqual({ assigned: 2 });
    const knocks = () => v.by('吴代表').get(api.listMyKnocks, { params: v.c.params, query: { open: true } });
    expect((await knocks()).items.map(({ label, noticeTitle, result }) => [label, noticeTitle, result])).toEqual([
      ['1-1-101', '周五 9:00 停水', null], ['1-2-202', '周五 9:00 停水', null],
    ]);
    // A helper reads what is to be told, though it is not for the own building.
    expect((await v.by('吴代表').get(api.getNotice, { params: v.at(id) })).allowed).toEqual([]);
    await v.by('李春梅').post(api.acknowledgeNotice, { params: v.at(id), body: { version: 2 } });
    expect((await knocks()).items.map(({ label }) => label)).toEqual(['1-2-202']);
    const door = { ...v.at(id), dwellingId: v.dwellings['1-2-202'] ?? '' };
    await v.by('吴代表').post(api.recordKnock, { params: door, body: { result: 'absent', note: '晚上再去' } });
    expect((await delivery()).knocks).toEqual({ open: 1, told: 0, absent: 1 });
    const told = await v.by('吴代表').post(api.recordKnock, { params: door, body: { result: 'told', note: '' } });
    expect([told.result, told.helper, told.label]).toEqual(['told', '吴代表', '1-2-202']);
    expect((await delivery()).total).toEqual({ dwellings: 4, acknowledged: 4, read: 0, notReached: 0, notRegistered: 0 });
    expect((await delivery()).knocks.told).toBe(1);
    const { items } = await v.by('李春梅').get(api.listWrittenNotices, { params: v.c.params });
    expect(items.map(({ dwellings, reached }) => [dwellings, reached])).toEqual([[4, 4]]);
    expect(await v.by('李春梅').refused(api.assignKnocks, { params: v.at(id), body: { helperId: helper } })).toBe('nobody-missing');
    t.time.advance(4 * hour);
    // 赵明 lives behind a door that has answered: nobody is missing.
    expect(await v.by('李春梅').refused(api.remindReaders, { params: v.at(id) })).toBe('nobody-missing');
  });

  it('is past once it expires, and says so everywhere', async () => {
    t.time.advance(240 * hour);
    expect(await todo('赵明')).toEqual([]);
    const listed = async (past: boolean) => (await v.by('赵明').get(api.listNotices, { params: v.c.params, query: { past } })).items;
    expect([(await listed(false)).length, (await listed(true)).map(({ status }) => status)]).toEqual([0, ['expired']]);
    expect(await card('王工')).toMatchObject({ state: 'expired', action: 'open' });
    const body = { title: '停水', body: '停水', fileIds: [], change: '晚了', version: 2 };
    expect(await v.by('李春梅').refused(api.correctNotice, { params: v.at(id), body })).toBe('notice-expired');
    expect(t.problems).toEqual([]);
  });
});
