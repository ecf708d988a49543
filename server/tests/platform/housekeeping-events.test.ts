import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginHousekeeping } from '../../src/platform/jobs/housekeeping.ts';
import { publish } from '../../src/platform/realtime/publish.ts';
import { engines } from './engines.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe.each(engines)('housekeeping of what was published on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine, engines: [] });
    await beginHousekeeping(t.deps);
    await t.runTimers();
  });
  afterAll(() => t.close());

  const say = (communityId: string, channel: string, times: number) =>
    t.deps.store.write(async (tx) => {
      for (let i = 0; i < times; i += 1) await publish(tx, communityId, channel, 'Said', {}, t.time.now());
    });
  const kept = async (communityId: string, channel: string) => {
    const rows = await t.deps.store.read((db) => {
      const { channelEvents: e } = db.t;
      return db
        .select({ seq: e.seq })
        .from(e)
        .where(and(eq(e.communityId, communityId), eq(e.channel, channel)))
        .orderBy(asc(e.seq));
    });
    return { first: rows[0]?.seq ?? null, events: rows.length };
  };

  it('keeps the last thousand events of a channel, for thirty days, each channel by itself', async () => {
    await say('a', 'group:g', 1003);
    await say('b', 'group:g', 1000);
    await say('a', 'group:other', 5);
    t.time.advance(hourMs);
    await t.runTimers();
    expect(await kept('a', 'group:g')).toEqual({ first: 4, events: 1000 });
    expect(await kept('b', 'group:g')).toEqual({ first: 1, events: 1000 });
    expect(await kept('a', 'group:other')).toEqual({ first: 1, events: 5 });
    t.time.advance(29 * dayMs);
    await say('a', 'group:g', 1);
    t.time.advance(dayMs);
    await t.runTimers();
    expect(await kept('a', 'group:g')).toEqual({ first: 1004, events: 1 });
    expect(await kept('a', 'group:other')).toEqual({ first: null, events: 0 });
  });

  it('keeps invitations for thirty days after their end', async () => {
    const begun = { communityId: 'a', groupId: 'g', byId: 'r', at: t.time.now() };
    await t.deps.store.write((tx) => tx.insert(tx.t.invitations).values({ ...begun, code: 'over', expiresAt: t.time.now() }));
    const codes = async () => (await t.deps.store.read((db) => db.select().from(db.t.invitations))).map(({ code }) => code);
    t.time.advance(30 * dayMs);
    await t.runTimers();
    expect(await codes()).toEqual(['over']);
    t.time.advance(hourMs);
    await t.runTimers();
    expect(await codes()).toEqual([]);
  });
});
