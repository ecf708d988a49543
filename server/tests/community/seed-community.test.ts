import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCommunity, type DemoCommunity } from '../../src/demo/seed-community.ts';
import { fixtureTotals } from '../../src/demo/register-rows.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';

describe.each(engines)('the demonstration community on %s', (engine) => {
  let t: TestApp;
  let demo: DemoCommunity;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    demo = await seedCommunity(t.deps);
  });
  afterAll(() => t.close());

  it('has its bodies filled', async () => {
    const params = { communityId: demo.communityId };
    const { bodies } = await t.as(demo.people.居民.accountId).get(api.listBodies, { params });
    expect(Object.fromEntries(bodies.map(({ kind, members }) => [kind, members]))).toEqual({
      'branch-committee': 7,
      'residents-committee': 7,
      'two-committees': 11,
      'party-members': 24,
      representatives: fixtureTotals.representatives,
      supervisors: 5,
    });
    const { duties } = await t.as(demo.people.管理员.accountId).get(api.listDuties, { params });
    const count = (kind: string) => duties.filter((duty) => duty.kind === kind).length;
    expect(['building-leader', 'grid-worker', 'facilitator', 'administrator'].map(count)).toEqual([4, 1, 1, 1]);
  });

  it('lets a visitor in as one person of each part', async () => {
    const { items } = await t.as(null).get(platformApi.demoAccounts);
    expect(items.map(({ role }) => role)).toEqual([
      '居民',
      '居民代表',
      '楼栋长',
      '议事主持人',
      '支委',
      '两委',
      '监督',
      '管理员',
    ]);
    const roles = [];
    for (const { id } of items) roles.push((await t.as(id).get(platformApi.me)).communities[0]?.roles);
    expect(roles).toEqual([
      ['resident', 'owner'],
      ['resident', 'owner', 'representative'],
      ['resident', 'owner', 'building-leader'],
      ['resident', 'owner', 'facilitator'],
      ['resident', 'owner', 'branch-committee', 'party-member'],
      ['resident', 'owner', 'residents-committee'],
      ['resident', 'owner', 'supervisor'],
      ['administrator'],
    ]);
  });
});
