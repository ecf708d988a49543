import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { addPhoneAccount, buildHouses, foundTestCommunity, settle, type TestCommunity, type TestHouses } from './found.ts';

describe.each(engines)('looks at phone numbers on %s', (engine) => {
  let t: TestApp;
  let c: TestCommunity;
  let houses: TestHouses;
  let home: string;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    c = await foundTestCommunity(t);
    houses = await buildHouses(t, c, ['3-2-101', '3-2-102']);
    home = houses.dwellings['3-2-101'] as string;
  });

  let phones = 19900100000;
  const newPhone = () => String((phones += 1));
  const reads = async (by = c.admin) => (await t.as(by).get(api.listPhoneReads, { params: c.params, query: {} })).items;
  const mine = async (account: string) => (await t.as(account).get(api.listMyPhoneReads, { params: c.params, query: {} })).items;
  /** A neighbour with a number and an account; registering shows the number to the administrator once. */
  const neighbour = async (name: string) => {
    const phone = newPhone();
    await settle(t, c, home, { name, phone, kind: 'household' });
    return { phone, account: await addPhoneAccount(t, phone, name) };
  };

  it('are on record with reader, page, first and last time, for the resident too', async () => {
    const first = t.time.now();
    const { account } = await neighbour('王工');
    t.time.advance(60_000);
    await t.as(c.admin).get(api.getDwelling, { params: { ...c.params, dwellingId: home } });
    t.time.advance(60_000);
    await t.as(c.admin).get(api.listResidents, { params: c.params, query: { search: '王工' } });
    const now = t.time.now();
    const inDwelling = { page: 'dwelling', reader: '管理员', firstAt: first, lastAt: now - 60_000, times: 2 };
    const inList = { page: 'residents', reader: '管理员', firstAt: now, lastAt: now, times: 1 };
    expect(await mine(account)).toMatchObject([inList, inDwelling]);
    expect(await reads()).toMatchObject([
      { ...inList, whose: '王工 3-2-101' },
      { ...inDwelling, whose: '王工 3-2-101' },
    ]);
  });

  it('begin a new row each day', async () => {
    const { account } = await neighbour('李春梅');
    t.time.advance(86_400_000);
    await t.as(c.admin).get(api.getDwelling, { params: { ...c.params, dwellingId: home } });
    expect((await mine(account)).map(({ times }) => times)).toEqual([1, 1]);
  });

  it('count only where a number was shown to somebody else', async () => {
    await settle(t, c, home, { name: '没有号码', kind: 'household' });
    await t.as(c.admin).get(api.listDwellings, { params: c.params, query: {} });
    expect(await reads()).toEqual([]);
    const { account } = await neighbour('赵敏');
    const [, { id = '' } = {}] = (await t.as(c.admin).get(api.listResidents, { params: c.params, query: {} })).items;
    expect(id).not.toBe('');
    const resident = (await t.as(account).get(api.getMyPlace, { params: c.params })).residentId;
    const day = '2020-01-01';
    await t.as(c.admin).post(api.grantDuty, { params: c.params, body: { kind: 'administrator', residentId: resident, from: day } });
    const before = (await mine(account)).map(({ times }) => times);
    await t.as(account).get(api.getDwelling, { params: { ...c.params, dwellingId: home } });
    expect((await mine(account)).map(({ times }) => times)).toEqual(before);
  });

  it('on claims are told to whoever claimed, also once they are let in', async () => {
    const account = await addPhoneAccount(t, newPhone(), '新邻居');
    const dwellingId = houses.dwellings['3-2-102'] as string;
    const claim = await t.as(account).post(api.createClaim, { params: c.params, body: { dwellingId, name: '新邻居', kind: 'tenant', note: '' } });
    await t.as(c.admin).get(api.listClaims, { params: c.params, query: {} });
    await t.as(c.admin).post(api.decideClaim, { params: { ...c.params, claimId: claim.id }, body: { accept: true, reason: '' } });
    expect(await mine(account)).toMatchObject([{ page: 'claims', reader: '管理员', times: 2 }]);
    expect(await reads()).toMatchObject([{ page: 'claims', whose: '新邻居' }]);
  });

  it('are watched by supervisors and administrators, page by page, and by nobody else', async () => {
    const people = [];
    for (const name of ['甲', '乙', '丙']) people.push(await neighbour(name));
    const [first] = people;
    const watcher = first?.account ?? '';
    expect(await t.as(watcher).refused(api.listPhoneReads, { params: c.params, query: {} })).toBe('not-allowed');
    const residentId = (await t.as(watcher).get(api.getMyPlace, { params: c.params })).residentId;
    const params = { ...c.params, bodyId: c.bodies.supervisors };
    await t.as(c.admin).post(api.appointMember, { params, body: { residentId, position: '', from: '2020-01-01' } });
    const all = await reads(watcher);
    expect(new Set(all.map(({ whose }) => whose))).toEqual(new Set(['甲 3-2-101', '乙 3-2-101', '丙 3-2-101']));
    const one = await t.as(watcher).get(api.listPhoneReads, { params: c.params, query: { limit: 2 } });
    const two = await t.as(watcher).get(api.listPhoneReads, { params: c.params, query: { limit: 2, cursor: one.next ?? '' } });
    expect([...one.items, ...two.items].map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id));
    expect(JSON.stringify(all)).not.toMatch(/1990010/);
  });

  it('at the same moment are all counted', async () => {
    const { account } = await neighbour('同时');
    const look = () => t.as(c.admin).get(api.getDwelling, { params: { ...c.params, dwellingId: home } });
    await Promise.all(Array.from({ length: 8 }, look));
    expect((await mine(account)).map(({ times }) => times)).toEqual([9]);
  });
});
