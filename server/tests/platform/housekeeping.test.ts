import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../src/platform/auth/create-account.ts';
import { beginHousekeeping } from '../../src/platform/jobs/housekeeping.ts';
import { engines } from './engines.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

const dayMs = 86_400_000;

describe.each(engines)('housekeeping of sign-ins on %s', (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine, engines: [] });
    await t.deps.store.write(async (tx) => {
      for (const id of ['leaver', 'stayer']) await createAccount(tx, { id, name: id, demo: id }, t.time.now());
    });
    await beginHousekeeping(t.deps);
  });
  afterAll(() => t.close());

  const signIn = (id: string) => t.as(null).post(api.demoLogin, { body: { id } });
  const kept = async (accountId: string) => {
    const rows = await t.deps.store.read((db) => {
      const { signIns: s, refreshTokens: r } = db.t;
      return db.select({ end: s.revokedFor }).from(s).innerJoin(r, eq(r.signInId, s.id)).where(eq(s.accountId, accountId));
    });
    return rows.map(({ end }) => end);
  };

  it('keeps who signed in and out for 183 days after the end, then removes it', async () => {
    const { accessToken } = await signIn('leaver');
    const headers = { authorization: `Bearer ${accessToken}`, 'idempotency-key': 'sign-out-once' };
    await t.app.inject({ method: 'POST', url: api.logout.path, headers });
    t.time.advance(183 * dayMs);
    await t.runTimers();
    expect(await kept('leaver')).toEqual(['logout']);
    t.time.advance(3_600_000);
    await t.runTimers();
    expect(await kept('leaver')).toEqual([]);
    const orphans = await t.deps.store.read((db) => db.select().from(db.t.refreshTokens));
    expect(orphans).toEqual([]);
  });

  it('never ends a device that goes on renewing, and drops its oldest renewals', async () => {
    let { refreshToken } = await signIn('stayer');
    for (let month = 0; month < 8; month += 1) {
      t.time.advance(29 * dayMs);
      await t.runTimers();
      ({ refreshToken } = await t.as(null).post(api.refresh, { body: { refreshToken } }));
    }
    expect(await kept('stayer')).toHaveLength(7);
  });
});
