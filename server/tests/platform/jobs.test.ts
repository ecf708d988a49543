import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/platform/engine.ts';
import { startJobs } from '../../src/platform/jobs/start-jobs.ts';
import { clearTimer, setTimer } from '../../src/platform/jobs/timers.ts';
import type { Timer, TimerHandler } from '../../src/platform/jobs/timer-handler.ts';
import type { Tx } from '../../src/platform/store/store.ts';
import { engines } from './engines.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

const timer = (dueAt: number, subjectId = 's', kind = 'count'): Timer => ({ communityId: 'c', kind, subjectId, dueAt });

/** Counts its runs in the database, so that a run that is undone does not count. */
const count = async (tx: Tx, { subjectId }: Timer) => {
  const { channels } = tx.t;
  const [found] = await tx.select().from(channels).where(eq(channels.channel, subjectId));
  const lastSeq = (found?.lastSeq ?? 0) + 1;
  const target = [channels.communityId, channels.channel];
  await tx.insert(channels).values({ communityId: 'c', channel: subjectId, lastSeq }).onConflictDoUpdate({ target, set: { lastSeq } });
  return lastSeq;
};

let failures = 0;
const timers: Record<string, TimerHandler> = {
  count: { run: async (tx, due) => void (await count(tx, due)) },
  'on-aggregate': { lock: ({ subjectId }) => `aggregate:${subjectId}`, run: async (tx, due) => void (await count(tx, due)) },
  again: {
    run: async (tx, due, { now }) => {
      if ((await count(tx, due)) < 3) await setTimer(tx, { ...due, dueAt: now + 1000 });
    },
  },
  failing: {
    run: async (tx, due) => {
      await count(tx, due);
      if (failures-- > 0) throw new Error('not yet');
    },
  },
};
const engineWithTimers: Engine = { name: 'timers', serve: () => {}, timers };

describe.each(engines)('timers on %s', (engine) => {
  const open: TestApp[] = [];
  const start = async (place?: TestApp['place'], time?: TestApp['time']) => {
    const options = { engine, engines: [engineWithTimers], ...(place ? { place } : {}), ...(time ? { time } : {}) };
    const t = await buildTestApp(options);
    open.push(t);
    return t;
  };
  afterEach(async () => {
    for (const t of open.splice(0)) await t.close();
  });
  const set = (t: TestApp, due: Timer) => t.deps.store.write((tx) => setTimer(tx, due));
  const runsOf = async (t: TestApp, subjectId = 's') => {
    const [found] = await t.deps.store.read((db) => db.select().from(db.t.channels).where(eq(db.t.channels.channel, subjectId)));
    return found?.lastSeq ?? 0;
  };

  it('run once when due, and not before', async () => {
    const t = await start();
    await set(t, timer(t.time.now() + 1000));
    t.time.advance(999);
    expect(await t.runTimers()).toBe(0);
    t.time.advance(1);
    expect([await t.runTimers(), await t.runTimers()]).toEqual([1, 0]);
    expect(await runsOf(t)).toBe(1);
  });

  it('can be moved and cleared', async () => {
    const t = await start();
    await set(t, timer(t.time.now() + 1000));
    await set(t, timer(t.time.now() + 5000));
    await set(t, timer(t.time.now() + 1000, 'cleared'));
    await t.deps.store.write((tx) => clearTimer(tx, timer(0, 'cleared')));
    t.time.advance(1000);
    expect(await t.runTimers()).toBe(0);
    t.time.advance(4000);
    expect(await t.runTimers()).toBe(1);
    expect(await runsOf(t, 'cleared')).toBe(0);
  });

  it('are set with a write or not at all', async () => {
    const t = await start();
    const failing = t.deps.store.write(async (tx) => {
      await setTimer(tx, timer(t.time.now()));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await t.runTimers()).toBe(0);
  });

  it('survive a restart', async () => {
    const t = await start();
    await set(t, timer(t.time.now() + 1000));
    open.pop();
    await t.close();
    const again = await start(t.place, t.time);
    again.time.advance(1000);
    expect(await again.runTimers()).toBe(1);
  });

  it('can set themselves anew', async () => {
    const t = await start();
    await set(t, timer(t.time.now(), 's', 'again'));
    for (let i = 0; i < 5; i++) {
      await t.runTimers();
      t.time.advance(1000);
    }
    expect(await runsOf(t)).toBe(3);
  });

  it('undo a failed run, are reported, and try again later and later', async () => {
    const t = await start();
    failures = 2;
    await set(t, timer(t.time.now(), 's', 'failing'));
    expect([await t.runTimers(), await runsOf(t)]).toEqual([0, 0]);
    t.time.advance(5000);
    expect(await t.runTimers()).toBe(0);
    t.time.advance(5000);
    expect(await t.runTimers()).toBe(0);
    t.time.advance(5000);
    expect([await t.runTimers(), await runsOf(t)]).toEqual([1, 1]);
    expect(t.problems).toHaveLength(2);
  });

  it('run once with two processes on one store', async () => {
    const one = await start();
    const two = await start(one.place, one.time);
    const subjects = Array.from({ length: 30 }, (_, i) => `s${i}`);
    for (const [i, subject] of subjects.entries()) await set(one, timer(one.time.now(), subject, i % 2 === 0 ? 'count' : 'on-aggregate'));
    await Promise.all([one.runTimers(), two.runTimers(), one.runTimers(), two.runTimers()]);
    expect(await Promise.all(subjects.map((subject) => runsOf(one, subject)))).toEqual(subjects.map(() => 1));
  });

  it('run by themselves until stopped', async () => {
    const t = await start();
    const stop = await startJobs(t.deps);
    await set(t, timer(t.time.now()));
    await expect.poll(() => runsOf(t), { timeout: 10_000 }).toBe(1);
    await stop();
  });
});
