import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, type Assembly } from './assembly.ts';

describe.each(engines)('a secret vote that is broken off on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let a: Assembly;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    a = await buildAssembly(t);
  });
  afterAll(() => t.close());

  it('is shaken like one that is counted: neither order nor writer connects a ballot with a voter', async () => {
    const matterId = await a.submitted({ secret: true });
    const sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
    for (const key of a.branch) await a.vote(key, sessionId, 'yes');
    await a.ok('b1', api.withdrawMatter, { params: { matterId }, body: { reason: '另行提出' } });
    expect((await a.view(matterId)).sessions[0]?.status).toBe('void');
    const { secretBallots: s, rollEntries: r } = t.deps.store.t;
    const place = engine === 'postgres' ? sql`ctid` : sql`rowid`;
    const ballots = await t.deps.store.read((db) =>
      db.select({ receipt: s.receipt }).from(s).where(eq(s.sessionId, sessionId)).orderBy(place),
    );
    const receipts = ballots.map(({ receipt }) => receipt);
    expect(receipts).toHaveLength(a.branch.length);
    expect(receipts).toEqual([...receipts].sort());
    if (engine !== 'postgres') return;
    const xmin = sql<string>`xmin::text`;
    const writers = await t.deps.store.read(async (db) => [
      ...(await db.select({ xmin }).from(s).where(eq(s.sessionId, sessionId))),
      ...(await db.select({ xmin }).from(r).where(eq(r.sessionId, sessionId))),
    ]);
    expect(new Set(writers.map((row) => row.xmin)).size).toBe(1);
  });
});
