import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { communityApi } from '@bandeng/shared/community/api.ts';
import { startOfDay } from '@bandeng/shared/kernel/legal-days.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { putMatter, putSession, putVoter } from './put-matter.ts';
import { buildVillage, type Village, type Villager } from './village.ts';

const hour = 3_600_000;

describe.each(engines)('what waits for whom on %s', (engine) => {
  let t: TestApp;
  let v: Village;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    t.time.set(startOfDay('2026-11-02') + 10 * hour);
    v = await buildVillage(t);
  });

  const as = (who: Villager) => t.as(v.by[who]);
  const home = (who: Villager) => as(who).get(api.getHome, { params: v.c.params });
  const todo = async (who: Villager) => (await home(who)).todo.map(({ kind, title }) => [kind, title]);
  const list = async (
    who: Villager,
    query: { show?: 'running' | 'waiting' | 'mine' | 'closed'; search?: string } = {},
  ) => (await as(who).get(api.listMatters, { params: v.c.params, query })).items.map(({ title }) => title);

  it('an open vote waits for whoever is on its roll and has not voted', async () => {
    const matterId = await putMatter(t, v, { stageId: 'resolve', title: '加装电梯' });
    const sessionId = await putSession(t, v, matterId, 'open');
    await putVoter(t, v, sessionId, 'rep');
    await putVoter(t, v, sessionId, 'neighbour', { voted: true });
    await putVoter(t, v, sessionId, 'owner', { excused: true });
    expect((await home('rep')).todo).toEqual([
      {
        kind: 'vote',
        matterId,
        subjectId: sessionId,
        title: '加装电梯',
        stageId: 'resolve',
        dueAt: t.time.now() + hour,
        count: 1,
      },
    ]);
    expect(await todo('neighbour')).toEqual([]);
    expect(await todo('owner')).toEqual([]);
    expect(await list('rep', { show: 'waiting' })).toEqual(['加装电梯']);
    expect(await list('owner', { show: 'waiting' })).toEqual([]);
    t.time.advance(hour);
    expect(await todo('rep')).toEqual([]);
  });

  it('a meeting in a room asks to come first', async () => {
    const sessionId = await putSession(t, v, await putMatter(t, v, { stageId: 'resolve', title: '加装电梯' }), 'open', {
      online: false,
    });
    await putVoter(t, v, sessionId, 'rep');
    expect(await todo('rep')).toEqual([['check-in', '加装电梯']]);
  });

  it('minutes wait for the signature of those who were there', async () => {
    const matterId = await putMatter(t, v, { stageId: 'publish-outcome', title: '换灯' });
    const sessionId = await putSession(t, v, matterId, 'passed', { minutes: '纪要', minutesVersion: 1 });
    await putVoter(t, v, sessionId, 'rep', { voted: true });
    await putVoter(t, v, sessionId, 'owner');
    expect(await todo('rep')).toEqual([['sign-minutes', '换灯']]);
    expect(await todo('owner')).toEqual([]);
    const { sessions } = t.deps.store.t;
    const here = and(eq(sessions.communityId, v.c.communityId), eq(sessions.id, sessionId));
    await t.deps.store.write((tx) => tx.update(sessions).set({ minutesLockedAt: 1 }).where(here));
    expect(await todo('rep')).toEqual([]);
  });

  it('meetings wait for those who serve their stage: to convene, to open in time, to close', async () => {
    const matterId = await putMatter(t, v, { stageId: 'resolve', title: '加装电梯' });
    await putMatter(t, v, { stageId: 'review', title: '换灯' });
    expect(await todo('director')).toEqual([['run-session', '加装电梯']]);
    expect(await todo('secretary')).toEqual([['run-session', '换灯']]);
    const sessionId = await putSession(t, v, matterId, 'convened', { startsAt: t.time.now() + hour });
    expect(await todo('director')).toEqual([]);
    t.time.advance(hour);
    expect((await home('director')).todo[0]).toMatchObject({ kind: 'run-session', subjectId: sessionId });
    expect(await todo('rep')).toEqual([]);
  });

  it('notices, objections, outcomes and returned matters wait, the nearest deadline first', async () => {
    const first = await putMatter(t, v, { title: '修路' });
    const second = await putMatter(t, v, { title: '换灯' });
    await putMatter(t, v, { title: '刷墙', status: 'returned', stageId: 'review' });
    expect(await todo('director')).toEqual(
      expect.arrayContaining([
        ['publish', '修路'],
        ['publish', '换灯'],
      ]),
    );
    expect(await todo('secretary')).toContainEqual(['returned', '刷墙']);
    expect(await todo('owner')).toEqual([]);
    const put = async (matterId: string) => {
      const params = { ...v.c.params, matterId };
      const { events } = await as('director').post(api.publishResolution, {
        params,
        body: { text: '决议', days: 15, fileIds: [] },
      });
      const event = events.find((one) => one.type === 'DisclosureChanged');
      return event?.type === 'DisclosureChanged' ? event.disclosure.id : '';
    };
    const object = (disclosureId: string) =>
      as('owner').post(api.fileObjection, { params: { ...v.c.params, disclosureId }, body: { text: '为什么？' } });
    await object(await put(second));
    t.time.advance(24 * hour);
    await object(await put(first));
    expect(await todo('director')).toEqual([
      ['answer-objection', '换灯'],
      ['answer-objection', '修路'],
    ]);
    const { board } = await home('owner');
    expect(board.map(({ title, day, days, openObjections }) => [title, day, days, openObjections])).toEqual([
      ['修路', 0, 15, 1],
      ['换灯', 1, 15, 1],
    ]);
  });

  it('an outcome waits for every resident’s rating', async () => {
    const matterId = await putMatter(t, v, { stageId: 'publish-outcome', title: '换灯' });
    const params = { ...v.c.params, matterId };
    await as('director').post(api.publishOutcome, { params, body: { text: '已换', days: 15, fileIds: [] } });
    expect(await todo('owner')).toEqual([['rate', '换灯']]);
    await as('owner').post(api.rateMatter, { params, body: { stars: 5, text: '' } });
    expect(await todo('owner')).toEqual([]);
    expect(await todo('neighbour')).toEqual([['rate', '换灯']]);
  });

  it('claims wait for the leader of their building, counted in one line', async () => {
    const from = '2026-01-01';
    const duty = {
      kind: 'building-leader' as const,
      residentId: v.residents.rep,
      areaId: v.buildings['4'] as string,
      from,
    };
    await t.as(v.c.admin).post(communityApi.grantDuty, { params: v.c.params, body: duty });
    const stranger = await t.addAccount({ name: '新邻居' });
    const claim = { dwellingId: v.dwellings['4-1-101'] as string, name: '新邻居', kind: 'tenant' as const, note: '' };
    await t.as(stranger).post(communityApi.createClaim, { params: v.c.params, body: claim });
    expect((await home('rep')).todo).toMatchObject([
      { kind: 'claim', count: 1, title: '春晖苑 4-1-101', matterId: null },
    ]);
    expect(await todo('neighbour')).toEqual([]);
  });

  it('says where the member lives', async () => {
    expect(await home('owner')).toMatchObject({ community: { name: '枫林社区' }, placeLabel: '3栋' });
    expect((await t.as(v.c.admin).get(api.getHome, { params: v.c.params })).placeLabel).toBe('');
  });

  it('lists by state, finds words as they are, and shows drafts only to those who may open them', async () => {
    await putMatter(t, v, { title: '100% 刷墙_一期', summary: '外墙', number: '2026-011' });
    await putMatter(t, v, { title: '换灯', status: 'closed', number: '2026-012' });
    await putMatter(t, v, { title: '草稿', status: 'draft', stageId: null });
    expect(new Set(await list('owner'))).toEqual(new Set(['100% 刷墙_一期', '换灯']));
    expect(await list('secretary')).toContain('草稿');
    expect(await list('supervisor')).toContain('草稿');
    expect(await list('owner', { show: 'running' })).toEqual(['100% 刷墙_一期']);
    expect(await list('owner', { show: 'closed' })).toEqual(['换灯']);
    expect(await list('owner', { show: 'mine' })).toEqual([]);
    expect(await list('secretary', { show: 'mine' })).toHaveLength(3);
    expect(await list('owner', { search: '外墙' })).toEqual(['100% 刷墙_一期']);
    expect(await list('owner', { search: '2026-012' })).toEqual(['换灯']);
    expect(await list('owner', { search: '没有' })).toEqual([]);
  });

  it('pages through matters of one instant without losing or repeating any', async () => {
    for (let i = 0; i < 7; i++) await putMatter(t, v, { title: `事项 ${i}`, number: `2026-1${i}` });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = { limit: 3, ...(cursor === null ? {} : { cursor }) };
      const page: { items: { title: string }[]; next: string | null } = await as('owner').get(api.listMatters, {
        params: v.c.params,
        query,
      });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen.sort()).toEqual(Array.from({ length: 7 }, (_, i) => `事项 ${i}`));
  });
});
