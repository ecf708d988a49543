import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import {
  addPhoneAccount,
  buildHouses,
  foundTestCommunity,
  settle,
  type TestCommunity,
  type TestHouses,
} from './found.ts';

describe.each(engines)('becoming a member on %s', (engine) => {
  let t: TestApp;
  let c: TestCommunity;
  let houses: TestHouses;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    c = await foundTestCommunity(t);
    houses = await buildHouses(t, c, ['3-2-101', '3-2-102', '4-1-101']);
  });

  const dwelling = (label: string) => houses.dwellings[label] as string;
  const claim = (account: string, label: string, name: string, kind: 'owner' | 'tenant' = 'owner') =>
    t
      .as(account)
      .post(api.createClaim, { params: c.params, body: { dwellingId: dwelling(label), name, kind, note: '' } });

  it('binds at once by phone, in several dwellings and several communities', async () => {
    const phone = '19900000011';
    const first = await settle(t, c, dwelling('3-2-101'), { name: '王工', phone });
    expect(await settle(t, c, dwelling('4-1-101'), { name: '王工', phone })).toBe(first);
    t.time.advance(1000);
    const other = await foundTestCommunity(t, '春晖社区');
    const otherHouses = await buildHouses(t, other, ['1-1-101']);
    await settle(t, other, otherHouses.dwellings['1-1-101'] as string, { name: '王工', phone, kind: 'tenant' });

    const account = await addPhoneAccount(t, phone, '王工');
    const me = await t.as(account).get(platformApi.me);
    expect(me.communities.map(({ communityName, roles }) => [communityName, roles])).toEqual([
      ['枫林社区', ['resident', 'owner']],
      ['春晖社区', ['resident', 'tenant']],
    ]);
    const mine = await t.as(account).get(api.getMyPlace, { params: c.params });
    expect(mine.dwellings.map(({ label }) => label)).toEqual(['春晖苑 3-2-101', '春晖苑 4-1-101']);
    expect(mine.label).toBe('王工 3-2-101');
  });

  it('binds when the number is registered after the account proved it', async () => {
    const account = await addPhoneAccount(t, '19900000021');
    expect(await t.as(account).refused(api.getMyPlace, { params: c.params })).toBe('not-a-member');
    await settle(t, c, dwelling('3-2-101'), { name: '李春梅', phone: '19900000021' });
    expect((await t.as(account).get(api.getMyPlace, { params: c.params })).name).toBe('李春梅');
  });

  it('never takes a resident over from another account, nor guesses between two who share a number', async () => {
    await settle(t, c, dwelling('3-2-101'), { name: '赵明', phone: '19900000031' });
    const holder = await addPhoneAccount(t, '19900000031');
    const second = await addPhoneAccount(t, '19900000031');
    expect((await t.as(holder).get(api.getMyPlace, { params: c.params })).name).toBe('赵明');
    expect(await t.as(second).refused(api.getMyPlace, { params: c.params })).toBe('not-a-member');

    await settle(t, c, dwelling('3-2-102'), { name: '孙丽', phone: '19900000032' });
    await settle(t, c, dwelling('3-2-102'), { name: '孙强', phone: '19900000032', kind: 'co-owner' });
    const shared = await addPhoneAccount(t, '19900000032');
    expect(await t.as(shared).refused(api.getMyPlace, { params: c.params })).toBe('not-a-member');
    const log = await t.deps.store.read((db) => db.select().from(db.t.registerLog));
    expect(
      log.filter(({ communityId, kind }) => communityId === c.communityId && kind === 'binding-refused'),
    ).toHaveLength(3);
  });

  it('lets a claimant in as the registered resident of that name', async () => {
    const registered = await settle(t, c, dwelling('3-2-101'), { name: '陈阿姨' });
    const account = await t.addAccount();
    const made = await claim(account, '3-2-101', '陈阿姨', 'tenant');
    expect(made).toMatchObject({ status: 'waiting', dwellingLabel: '春晖苑 3-2-101' });
    expect(
      await t
        .as(account)
        .refused(api.createClaim, {
          params: c.params,
          body: { dwellingId: dwelling('3-2-101'), name: '陈阿姨', kind: 'owner', note: '' },
        }),
    ).toBe('claim-pending');
    const sent = { params: { ...c.params, claimId: made.id }, body: { accept: true, reason: '' } };
    expect(await t.as(c.admin).post(api.decideClaim, sent)).toMatchObject({ status: 'accepted', decidedBy: '管理员' });
    const mine = await t.as(account).get(api.getMyPlace, { params: c.params });
    expect(mine.residentId).toBe(registered);
    expect(mine.dwellings.map(({ kind }) => kind)).toEqual(['owner']);
    expect(await t.as(c.admin).refused(api.decideClaim, sent)).toBe('claim-decided');
  });

  it('refuses with a reason, keeps the owner that is registered, and lets a tenant in beside', async () => {
    await settle(t, c, dwelling('3-2-101'), { name: '陈阿姨' });
    const account = await t.addAccount();
    const asOwner = await claim(account, '3-2-101', '周生');
    const params = { ...c.params, claimId: asOwner.id };
    expect(await t.as(c.admin).refused(api.decideClaim, { params, body: { accept: true, reason: '' } })).toBe(
      'owner-exists',
    );
    expect(await t.as(c.admin).refused(api.decideClaim, { params, body: { accept: false, reason: ' ' } })).toBe(
      'reason-needed',
    );
    await t.as(c.admin).post(api.decideClaim, { params, body: { accept: false, reason: '请按租户申请' } });
    const { claims } = await t.as(account).get(api.listMyClaims, { params: c.params });
    expect(claims).toMatchObject([{ status: 'refused', reason: '请按租户申请' }]);

    const asTenant = await claim(account, '3-2-101', '周生', 'tenant');
    await t
      .as(c.admin)
      .post(api.decideClaim, { params: { ...c.params, claimId: asTenant.id }, body: { accept: true, reason: '' } });
    expect((await t.as(account).get(platformApi.me)).communities).toMatchObject([
      { name: '周生', roles: ['resident', 'tenant'] },
    ]);
  });

  it('lets a building leader decide in the own building only, and nobody the own claim', async () => {
    const leader = await addPhoneAccount(t, '19900000041');
    const leaderId = await settle(t, c, dwelling('3-2-102'), { name: '楼长', phone: '19900000041' });
    const duty = {
      kind: 'building-leader' as const,
      residentId: leaderId,
      areaId: houses.buildings['3'] as string,
      from: '2026-11-01',
    };
    await t.as(c.admin).post(api.grantDuty, { params: c.params, body: duty });
    const account = await t.addAccount();
    const inside = await claim(account, '3-2-101', '周生');
    const outside = await claim(account, '4-1-101', '周生');
    const seen = await t.as(leader).get(api.listClaims, { params: c.params, query: { status: 'waiting' } });
    expect(seen.items.map(({ id }) => id)).toEqual([inside.id]);
    const yes = { accept: true, reason: '' };
    expect(
      await t.as(leader).refused(api.decideClaim, { params: { ...c.params, claimId: outside.id }, body: yes }),
    ).toBe('outside-your-area');
    await t.as(leader).post(api.decideClaim, { params: { ...c.params, claimId: inside.id }, body: yes });
    const own = await claim(leader, '3-2-101', '楼长', 'tenant');
    expect(await t.as(leader).refused(api.decideClaim, { params: { ...c.params, claimId: own.id }, body: yes })).toBe(
      'own-claim',
    );
  });

  it('lets a claimant withdraw, and shows claims to nobody else', async () => {
    const account = await t.addAccount();
    const made = await claim(account, '3-2-101', '周生');
    const params = { ...c.params, claimId: made.id };
    const stranger = await t.addAccount();
    expect(await t.as(stranger).refused(api.withdrawClaim, { params })).toBe('not-found');
    expect(await t.as(stranger).refused(api.listClaims, { params: c.params, query: {} })).toBe('not-a-member');
    await t.as(account).post(api.withdrawClaim, { params });
    expect(await t.as(account).refused(api.withdrawClaim, { params })).toBe('claim-decided');
    expect(await t.as(c.admin).refused(api.decideClaim, { params, body: { accept: true, reason: '' } })).toBe(
      'claim-decided',
    );
  });

  it('finds dwellings to claim however they are typed, without names', async () => {
    await settle(t, c, dwelling('3-2-101'), { name: '陈阿姨' });
    const account = await t.addAccount();
    for (const search of [
      '3栋2单元101',
      '3-2-101',
      '３号楼 ２ １０１',
      '3-101',
      '春晖苑3-2-101',
      '春晖苑小区 3栋101室',
    ]) {
      const { dwellings } = await t.as(account).get(api.findClaimable, { params: c.params, query: { search } });
      expect(dwellings, search).toEqual([{ id: dwelling('3-2-101'), label: '春晖苑 3-2-101' }]);
    }
    const { dwellings } = await t.as(account).get(api.findClaimable, { params: c.params, query: { search: '%' } });
    expect(dwellings).toEqual([]);
  });

  it('makes a stranger again of whoever moves out of the last dwelling, and keeps the history', async () => {
    const account = await addPhoneAccount(t, '19900000051');
    await settle(t, c, dwelling('3-2-101'), { name: '刘叔', phone: '19900000051' });
    await settle(t, c, dwelling('3-2-102'), { name: '刘叔', phone: '19900000051', kind: 'household' });
    const mine = await t.as(account).get(api.getMyPlace, { params: c.params });
    expect(mine.roles.map(({ role }) => role)).toEqual(['resident', 'owner']);
    const [first, second] = mine.dwellings.map(({ tenureId }) => tenureId) as [string, string];
    const out = (tenureId: string) => ({ params: { ...c.params, tenureId }, body: { reason: '搬到女儿家' } });
    await t.as(account).post(api.moveOut, out(first));
    expect(await t.as(account).refused(api.moveOut, out(first))).toBe('tenure-ended');
    expect((await t.as(account).get(api.getMyPlace, { params: c.params })).roles.map(({ role }) => role)).toEqual([
      'resident',
    ]);
    await t.as(c.admin).post(api.endTenure, { params: { ...c.params, tenureId: second }, body: { reason: '已搬离' } });
    expect(await t.as(account).refused(api.getMyPlace, { params: c.params })).toBe('not-a-member');
    const { tenures } = await t
      .as(c.admin)
      .get(api.getDwelling, { params: { ...c.params, dwellingId: dwelling('3-2-101') } });
    expect(tenures).toMatchObject([{ name: '刘叔', until: t.time.now() }]);
  });

  it('exports what is stored about somebody, and of nobody else', async () => {
    const account = await addPhoneAccount(t, '19900000061');
    await settle(t, c, dwelling('3-2-101'), { name: '刘叔', phone: '19900000061' });
    await settle(t, c, dwelling('3-2-102'), { name: '郑姨', phone: '19900000062' });
    const { data } = await t.as(account).get(api.exportMine, { params: c.params });
    expect(data).toMatchObject({
      resident: [{ name: '刘叔', phone: '19900000061' }],
      tenures: [{ dwelling: '春晖苑/3/2/101' }],
    });
    expect(JSON.stringify(data)).not.toContain('郑姨');
  });
});
