import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { startOfDay } from '@bandeng/shared/kernel/legal-days.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedMatters } from '../../src/demo/seed-matters.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { makeTestClock } from '../platform/test-clock.ts';
import { buildVillage, type Village } from './village.ts';

/** Enough people for every part; seats are given in this order, some hold two. */
const fillSeats = async (t: TestApp, v: Village): Promise<void> => {
  const { communityId, bodies } = v.c;
  const extra = Array.from({ length: 70 }, (_, i) => `resident-${String(i).padStart(2, '0')}`);
  const term = { position: '', from: '2024-01-01', until: null, households: 30, endReason: '' };
  await t.deps.store.write(async (tx) => {
    const { residents, tenures, bodyMembers, duties, accounts } = tx.t;
    await tx.update(accounts).set({ demo: 'representative' }).where(eq(accounts.id, v.by.rep));
    await tx.update(accounts).set({ demo: 'branch' }).where(eq(accounts.id, v.by.secretary));
    for (const [i, id] of extra.entries()) {
      const blank = { alias: '', phone: null, partyMember: false, birthDay: null };
      await tx.insert(residents).values({ communityId, id, accountId: null, name: `居民${i}`, ...blank, createdAt: 0 });
      const tenure = {
        dwellingId: v.dwellings['4-1-101'] ?? '',
        residentId: id,
        kind: 'owner',
        from: 0,
        until: null,
        endReason: '',
      };
      await tx.insert(tenures).values({ communityId, id: t.deps.newId(), ...tenure });
    }
    const seat = async (bodyId: string, from: number, to: number) => {
      for (const residentId of extra.slice(from, to)) {
        await tx.insert(bodyMembers).values({ communityId, id: t.deps.newId(), bodyId, residentId, ...term });
      }
    };
    await seat(bodies['branch-committee'], 0, 6);
    await seat(bodies['residents-committee'], 3, 9);
    await seat(bodies['party-members'], 0, 24);
    await seat(bodies.representatives, 24, 35);
    for (const [kind, residentId] of [
      ['facilitator', extra[36]],
      ['building-leader', extra[37]],
      ['building-leader', extra[38]],
    ] as const) {
      const duty = { kind, residentId: residentId ?? '', areaId: null, from: '2024-01-01', until: null, endReason: '' };
      await tx.insert(duties).values({ communityId, id: t.deps.newId(), ...duty });
    }
  });
};

describe.each([
  ['sqlite', '2026-11-21', 12],
  ['sqlite', '2026-10-05', 1],
  ['postgres', '2027-02-20', 23],
] as const)('the demonstration on %s, set up on %s at %i o’clock', (engine, day, hour) => {
  let t: TestApp;
  let v: Village;
  beforeAll(async () => {
    expect(engines).toContain(engine);
    t = await buildTestApp({ engine, time: makeTestClock(startOfDay(day) + hour * 3_600_000) });
    v = await buildVillage(t);
    await fillSeats(t, v);
    await seedMatters(t.deps, v.c.communityId);
  });
  afterAll(() => t.close());

  const read = () => t.as(v.by.secretary).get(api.listMatters, { params: v.c.params, query: {} });

  it('has a matter at every point of the way', async () => {
    const { items } = await read();
    expect(
      Object.fromEntries(items.map(({ title, status, stageId, version }) => [title, [status, stageId, version]])),
    ).toEqual({
      小区共享图书角: ['draft', null, 1],
      楼道声控灯更换: ['running', 'propose', 1],
      '3 栋 2 单元加装电梯': ['running', 'consult', 1],
      东门道闸恢复封闭管理: ['returned', 'review', 1],
      小区道路微循环: ['running', 'publish-resolution', 1],
      香郡小区暖气改造: ['running', 'resolve', 2],
      楼顶漏水修复: ['running', 'publish-outcome', 1],
    });
  });

  it('leaves nothing overdue, no bug in the log and every record unbroken', async () => {
    expect(await t.runTimers()).toBe(0);
    expect(t.problems).toEqual([]);
    for (const { id, status } of (await read()).items) {
      if (status === 'draft') continue;
      const verdict = await t.as(v.by.owner).get(api.verifyRecord, { params: { ...v.c.params, matterId: id } });
      expect(verdict).toMatchObject({ unbroken: true, brokenAt: null });
    }
  });

  it('shows the board with spending and rating, and gives visitors something to do', async () => {
    const { board } = await t.as(v.by.owner).get(api.getHome, { params: v.c.params });
    const roof = board.find(({ title }) => title === '楼顶漏水修复');
    expect(roof).toMatchObject({
      stageId: 'publish-outcome',
      spentFen: 3_842_000,
      ratings: { count: 23, stars: 108 },
      closed: false,
    });
    expect(board.find(({ title }) => title === '小区道路微循环')).toMatchObject({ day: 6, openObjections: 1 });
    const todo = async (account: string) =>
      (await t.as(account).get(api.getHome, { params: v.c.params })).todo.map(({ kind, title }) => `${kind} ${title}`);
    expect(await todo(v.by.rep)).toContain('vote 香郡小区暖气改造');
    expect(await todo(v.by.secretary)).toEqual(
      expect.arrayContaining(['vote 3 栋 2 单元加装电梯', 'returned 东门道闸恢复封闭管理']),
    );
    expect(await todo(v.by.secretary)).toContain('run-session 楼道声控灯更换');
    expect(await todo(v.by.director)).toContain('answer-objection 小区道路微循环');
  });
});
