import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { addDays, dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import type { BodyKind } from '@bandeng/shared/community/vocabulary.ts';
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

describe.each(engines)('areas, bodies, duties and settings on %s', (engine) => {
  let t: TestApp;
  let c: TestCommunity;
  let houses: TestHouses;
  let phone = 19_900_000_100;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    c = await foundTestCommunity(t);
    houses = await buildHouses(t, c, ['3-2-101', '3-2-102', '4-1-101']);
  });

  const today = () => dayAt(t.time.now());
  const addResident = async (name: string, label = '3-2-101') => {
    phone += 1;
    const account = await addPhoneAccount(t, String(phone), name);
    const dwellingId = houses.dwellings[label] as string;
    return { account, residentId: await settle(t, c, dwellingId, { name, phone: String(phone), kind: 'household' }) };
  };
  const appoint = (kind: Exclude<BodyKind, 'owners-committee'>, residentId: string, from: string, until?: string) => ({
    params: { ...c.params, bodyId: c.bodies[kind] },
    body: { residentId, position: '委员', from, ...(until === undefined ? {} : { until }) },
  });
  const rolesOf = async (account: string) => (await t.as(account).get(platformApi.me)).communities[0]?.roles;
  const admin = () => t.as(c.admin);

  it('keeps every placement of an area, refuses loops and wrong kinds, and counts its dwellings anew', async () => {
    const grid = await admin().post(api.createArea, {
      params: c.params,
      body: { kind: 'grid', name: '第一网格', parentId: houses.compoundId },
    });
    const building = houses.buildings['3'] as string;
    const move = (areaId: string, parentId: string, version = 1) => ({
      params: { ...c.params, areaId },
      body: { name: '3栋', parentId, reason: '网格调整', version },
    });
    t.time.advance(3_600_000);
    expect(await admin().post(api.redrawArea, move(building, grid.id))).toEqual({ version: 2 });
    expect(await admin().refused(api.redrawArea, move(building, houses.compoundId))).toBe('version-conflict');
    expect(await admin().refused(api.redrawArea, move(grid.id, building))).toBe('area-loop');
    expect(await admin().refused(api.redrawArea, move(building, c.areaId, 2))).toBe('area-kind-misplaced');
    expect(
      await admin().refused(api.createArea, {
        params: c.params,
        body: { kind: 'unit', name: '9单元', parentId: grid.id },
      }),
    ).toBe('area-kind-misplaced');
    const { placements } = await admin().get(api.listAreaPlacements, { params: { ...c.params, areaId: building } });
    expect(placements).toMatchObject([
      { version: 2, parentName: '第一网格', until: null, reason: '网格调整' },
      { version: 1, parentName: '春晖苑', until: t.time.now() },
    ]);
    const { areas } = await admin().get(api.listAreas, { params: c.params });
    const counts = Object.fromEntries(areas.map(({ name, dwellings }) => [name, dwellings]));
    expect(counts).toMatchObject({ 枫林社区: 3, 春晖苑: 3, 第一网格: 2, '3栋': 2, '4栋': 1 });
    expect(await admin().refused(api.listAreaPlacements, { params: { ...c.params, areaId: 'nowhere' } })).toBe(
      'not-found',
    );
  });

  it('gives a role from the first day of a term to the day before its end', async () => {
    const { account, residentId } = await addResident('王工');
    const term = appoint('representatives', residentId, addDays(today(), 2), addDays(today(), 4));
    await admin().post(api.appointMember, term);
    const seen = [];
    for (let day = 0; day < 5; day++) {
      seen.push((await rolesOf(account))?.includes('representative'));
      t.time.advance(86_400_000);
    }
    expect(seen).toEqual([false, false, true, true, false]);
    const { members, past } = await admin().get(api.getBody, { params: term.params });
    expect([members.length, past.length]).toEqual([0, 1]);
  });

  it('refuses impossible terms and doubled seats', async () => {
    const { residentId } = await addResident('王工');
    const from = today();
    expect(await admin().refused(api.appointMember, appoint('representatives', residentId, from, from))).toBe(
      'term-invalid',
    );
    expect(await admin().refused(api.appointMember, appoint('representatives', residentId, '2027-02-29'))).toBe(
      'term-invalid',
    );
    expect(await admin().refused(api.appointMember, appoint('representatives', 'nobody', from))).toBe('not-found');
    await admin().post(api.appointMember, appoint('representatives', residentId, from, addDays(from, 10)));
    expect(await admin().refused(api.appointMember, appoint('representatives', residentId, addDays(from, 9)))).toBe(
      'already-in-body',
    );
    await admin().post(api.appointMember, appoint('representatives', residentId, addDays(from, 10)));
  });

  it('ends a term, never before it began and never later than it would', async () => {
    const { account, residentId } = await addResident('王工');
    const { id } = await admin().post(
      api.appointMember,
      appoint('representatives', residentId, today(), addDays(today(), 10)),
    );
    const end = (until: string) => ({ params: { ...c.params, memberId: id }, body: { until, reason: '辞去' } });
    expect(await admin().refused(api.endMembership, end(addDays(today(), -1)))).toBe('term-invalid');
    expect(await admin().refused(api.endMembership, end(addDays(today(), 11)))).toBe('term-invalid');
    await admin().post(api.endMembership, end(today()));
    expect(await rolesOf(account)).toEqual(['resident']);
  });

  it('says for how many households a representative speaks, and nobody else does', async () => {
    const { account, residentId } = await addResident('王工');
    const seat = appoint('representatives', residentId, today(), addDays(today(), 10));
    const { id } = await admin().post(api.appointMember, seat);
    const set = (households: number, memberId = id) => ({ params: { ...c.params, memberId }, body: { households } });
    await admin().post(api.setHouseholds, set(38));
    const params = { ...c.params, bodyId: c.bodies.representatives };
    expect((await admin().get(api.getBody, { params })).members).toMatchObject([{ id, households: 38 }]);
    expect(await t.as(account).refused(api.setHouseholds, set(1))).toBe('not-allowed');
    expect(await admin().refused(api.setHouseholds, set(501))).toBe('bad-request');
    expect(await admin().refused(api.setHouseholds, set(1, 'nobody'))).toBe('not-found');
    const other = await addResident('李四');
    const branch = await admin().post(api.appointMember, appoint('branch-committee', other.residentId, today()));
    expect(await admin().refused(api.setHouseholds, set(1, branch.id))).toBe('not-a-representative');
    const past = { until: today(), reason: '辞去' };
    await admin().post(api.endMembership, { params: { ...c.params, memberId: id }, body: past });
    expect(await admin().refused(api.setHouseholds, set(20))).toBe('term-invalid');
    const log = await t.deps.store.read((db) => db.select().from(db.t.registerLog));
    expect(log.filter(({ kind, subjectId }) => kind === 'households-set' && subjectId === id)).toHaveLength(1);
  });

  it('makes the two committees of the branch and residents’ committees, each person once', async () => {
    const people = [await addResident('一'), await addResident('二'), await addResident('三')];
    const [a, b, d] = people.map(({ residentId }) => residentId) as [string, string, string];
    for (const id of [a, b]) await admin().post(api.appointMember, appoint('branch-committee', id, today()));
    for (const id of [b, d]) await admin().post(api.appointMember, appoint('residents-committee', id, today()));
    expect(await admin().refused(api.appointMember, appoint('two-committees', a, today()))).toBe('body-derived');
    expect(
      await admin().refused(api.createBody, { params: c.params, body: { kind: 'two-committees', name: '两委' } }),
    ).toBe('body-derived');
    const { body, members } = await admin().get(api.getBody, {
      params: { ...c.params, bodyId: c.bodies['two-committees'] },
    });
    expect(body.members).toBe(3);
    expect(members.map(({ name }) => name).sort()).toEqual(['一', '三', '二'].sort());
    expect(await rolesOf(people[1]?.account ?? '')).toEqual(['resident', 'branch-committee', 'residents-committee']);
  });

  it('keeps supervisors apart from the residents’ committee', async () => {
    const { residentId } = await addResident('王工');
    await admin().post(api.appointMember, appoint('supervisors', residentId, today(), addDays(today(), 30)));
    expect(await admin().refused(api.appointMember, appoint('residents-committee', residentId, today()))).toBe(
      'supervisor-conflict',
    );
    await admin().post(api.appointMember, appoint('residents-committee', residentId, addDays(today(), 30)));
    expect(await admin().refused(api.appointMember, appoint('supervisors', residentId, addDays(today(), 40)))).toBe(
      'supervisor-conflict',
    );
  });

  it('shows the roster of Party members to the branch and the administrator alone, and the mark nowhere', async () => {
    const committee = await addResident('居委');
    const branch = await addResident('支委');
    const member = await addResident('党员');
    await admin().post(api.appointMember, appoint('residents-committee', committee.residentId, today()));
    await admin().post(api.appointMember, appoint('branch-committee', branch.residentId, today()));
    await admin().post(api.appointMember, appoint('party-members', member.residentId, today()));
    const params = { ...c.params, bodyId: c.bodies['party-members'] };
    expect(await t.as(committee.account).refused(api.getBody, { params })).toBe('not-allowed');
    expect((await t.as(branch.account).get(api.getBody, { params })).members).toHaveLength(1);
    const { items } = await t
      .as(committee.account)
      .get(api.listResidents, { params: c.params, query: { search: '党员' } });
    expect(items).toEqual([
      { id: member.residentId, name: '党员', phone: null, label: '党员 3-2-101', bound: true, roles: ['resident'] },
    ]);
    expect(
      (await admin().get(api.listResidents, { params: c.params, query: { search: '党员' } })).items[0]?.phone,
    ).toMatch(/^199/);
  });

  it('lets those who carry ballots find a witness by name and place, and shows them nothing else', async () => {
    const leader = await addResident('楼长');
    const neighbour = await addResident('邻居');
    const search = { params: c.params, query: { search: '邻居' } };
    expect(await t.as(neighbour.account).refused(api.listResidents, search)).toBe('not-allowed');
    await admin().post(api.grantDuty, {
      params: c.params,
      body: {
        kind: 'building-leader',
        residentId: leader.residentId,
        areaId: houses.buildings['3'] as string,
        from: today(),
      },
    });
    const { items } = await t.as(leader.account).get(api.listResidents, search);
    expect(items).toEqual([
      { id: neighbour.residentId, name: '邻居', label: '邻居 3-2-101', phone: null, bound: null, roles: null },
    ]);
  });

  it('grants duties for an area, and never leaves a community without an administrator', async () => {
    const leader = await addResident('楼长');
    const grant = { kind: 'building-leader' as const, residentId: leader.residentId, from: today() };
    expect(await admin().refused(api.grantDuty, { params: c.params, body: grant })).toBe('bad-request');
    const inBuilding = { ...grant, areaId: houses.buildings['3'] as string };
    await admin().post(api.grantDuty, { params: c.params, body: inBuilding });
    expect(await admin().refused(api.grantDuty, { params: c.params, body: inBuilding })).toBe('already-in-body');
    const page = await t.as(leader.account).get(api.listDwellings, { params: c.params, query: {} });
    expect(page.items.map(({ label }) => label)).toEqual(['春晖苑 3-2-101', '春晖苑 3-2-102']);
    const outside = { ...c.params, dwellingId: houses.dwellings['4-1-101'] as string };
    expect(await t.as(leader.account).refused(api.getDwelling, { params: outside })).toBe('outside-your-area');
    expect(
      await t.as(leader.account).refused(api.addTenure, { params: outside, body: { name: '某人', kind: 'tenant' } }),
    ).toBe('outside-your-area');
    const next = { ...c.params, dwellingId: houses.dwellings['3-2-102'] as string };
    const myself = { name: '楼长', phone: String(phone), kind: 'co-owner' as const };
    expect(await t.as(leader.account).refused(api.addTenure, { params: next, body: myself })).toBe('own-claim');
    await t.as(leader.account).post(api.addTenure, { params: next, body: { name: '租客', kind: 'tenant' } });
    const mine = await t.as(leader.account).get(api.getMyPlace, { params: c.params });
    expect(mine.roles).toContainEqual({ role: 'building-leader', detail: '3栋' });

    const { duties } = await admin().get(api.listDuties, { params: c.params });
    const first = duties.find(({ kind }) => kind === 'administrator')?.id as string;
    const end = { params: { ...c.params, dutyId: first }, body: { until: today(), reason: '换人' } };
    expect(await admin().refused(api.endDuty, end)).toBe('last-administrator');
    await admin().post(api.grantDuty, {
      params: c.params,
      body: { kind: 'administrator', residentId: leader.residentId, from: today() },
    });
    await admin().post(api.endDuty, end);
    expect(await admin().refused(api.listDuties, { params: c.params })).toBe('not-a-member');
  });

  it('gives a building leader a building or unit and a grid worker a grid, never the community or what lies above', async () => {
    const { residentId } = await addResident('楼长');
    const { areas } = await admin().get(api.listAreas, { params: c.params });
    const given: string[] = [];
    for (const kind of ['building-leader', 'grid-worker'] as const) {
      for (const area of areas.filter((one, i) => areas.findIndex((other) => other.kind === one.kind) === i)) {
        const body = { kind, residentId, areaId: area.id, from: today() };
        const { status, code, field } = await admin().call(api.grantDuty, { params: c.params, body });
        if (status === 200) given.push(`${kind} ${area.kind}`);
        else expect([area.kind, code, field]).toEqual([area.kind, 'duty-area-unfit', 'areaId']);
      }
    }
    expect(given.sort()).toEqual([
      'building-leader building',
      'building-leader unit',
      'grid-worker building',
      'grid-worker compound',
      'grid-worker unit',
    ]);
    const elsewhere = await foundTestCommunity(t, '别的社区');
    const foreign = await buildHouses(t, elsewhere, ['1-1-101']);
    const body = { kind: 'building-leader' as const, residentId, areaId: foreign.buildings['1'] ?? '', from: today() };
    expect(await admin().refused(api.grantDuty, { params: c.params, body })).toBe('not-found');
  });

  it('sets rules within the law, and days off beside the legal calendar', async () => {
    const { parameters, settings } = await admin().get(api.getSettings, { params: c.params });
    expect(settings).toEqual({ name: '枫林社区', oneHead: false, rules: {} });
    const days = parameters.find(({ key }) => key === 'publish-resolution.days');
    expect(days).toMatchObject({ value: 15, minimum: 15 });
    const set = (rules: Record<string, number>) => ({ params: c.params, body: { oneHead: true, rules } });
    expect(await admin().refused(api.updateSettings, set({ 'publish-resolution.days': 14 }))).toBe('rule-outside-law');
    expect(await admin().refused(api.updateSettings, set({ nonsense: 1 }))).toBe('rule-outside-law');
    expect(await admin().post(api.updateSettings, set({ 'publish-resolution.days': 20 }))).toMatchObject({
      oneHead: true,
    });
    const after = await admin().get(api.getSettings, { params: c.params });
    expect(after.parameters.find(({ key }) => key === 'publish-resolution.days')?.value).toBe(20);

    const day = { day: '2027-02-05', off: true, note: '春节' };
    await admin().post(api.setCalendarDay, { params: c.params, body: day });
    await admin().post(api.setCalendarDay, { params: c.params, body: { ...day, off: false } });
    expect(await admin().refused(api.setCalendarDay, { params: c.params, body: { ...day, day: '2027-02-30' } })).toBe(
      'bad-request',
    );
    const listed = await admin().get(api.listCalendarDays, { params: c.params, query: { year: 2027 } });
    expect(listed.days).toEqual([{ ...day, off: false }]);
  });

  it('shows a stranger from another community nothing', async () => {
    const other = await foundTestCommunity(t, '春晖社区');
    const { account } = await addResident('王工');
    const seen = t.as(other.admin);
    for (const endpoint of [
      api.listAreas,
      api.getMyPlace,
      api.listBodies,
      api.listDuties,
      api.listImports,
      api.getSettings,
      api.exportMine,
    ]) {
      expect(await seen.refused(endpoint, { params: c.params }), endpoint.name).toBe('not-a-member');
    }
    const inOwn = { ...other.params, dwellingId: houses.dwellings['3-2-101'] as string };
    expect(await seen.refused(api.getDwelling, { params: inOwn })).toBe('not-found');
    expect(await seen.refused(api.getBody, { params: { ...other.params, bodyId: c.bodies.representatives } })).toBe(
      'not-found',
    );
    expect(
      await seen.refused(api.redrawArea, {
        params: { ...other.params, areaId: c.areaId },
        body: { name: '我', parentId: other.areaId, reason: '试', version: 1 },
      }),
    ).toBe('not-found');
    for (const endpoint of [api.listDwellings, api.listClaims]) {
      expect(await t.as(account).refused(endpoint, { params: c.params, query: {} }), endpoint.name).toBe('not-allowed');
    }
    expect(await t.as(null).refused(api.findCommunities, { query: {} })).toBe('not-signed-in');
    const { communities } = await t.as(account).get(api.findCommunities, { query: { search: '春晖' } });
    expect(communities).toContainEqual({ id: other.communityId, name: '春晖社区' });
  });

  it('finds people, places and communities whatever the case of what is typed', async () => {
    const { residentId } = await addResident('Anna Müller');
    const named = { params: c.params, query: { search: 'aNNA' } };
    const { items } = await admin().get(api.listResidents, named);
    expect(items.map(({ id }) => id)).toEqual([residentId]);
    expect((await admin().get(api.listDwellings, named)).items).toHaveLength(1);
    const other = await foundTestCommunity(t, 'Maple Court');
    const { communities } = await admin().get(api.findCommunities, { query: { search: 'maple COURT' } });
    expect(communities.map(({ id }) => id)).toEqual([other.communityId]);
  });

  it('puts every change of rights on record', async () => {
    const { residentId } = await addResident('王工');
    await admin().post(api.appointMember, appoint('representatives', residentId, today()));
    await admin().post(api.updateSettings, { params: c.params, body: { oneHead: true, rules: {} } });
    const log = await t.deps.store.read((db) => db.select().from(db.t.registerLog));
    const kinds = new Set(log.filter(({ communityId }) => communityId === c.communityId).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'area-created',
      'community-founded',
      'member-appointed',
      'resident-bound',
      'settings-changed',
      'tenure-begun',
    ]);
  });

  it('lets a neighbour choose what others call them', async () => {
    const { account } = await addResident('王建国');
    const { label } = await t.as(account).post(api.setMyAlias, { params: c.params, body: { alias: '王工' } });
    expect(label).toBe('王工 3-2-101');
    expect((await t.as(account).post(api.setMyAlias, { params: c.params, body: { alias: '' } })).label).toBe(
      '王建国 3-2-101',
    );
  });
});
