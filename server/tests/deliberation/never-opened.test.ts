import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { notOpened } from '@bandeng/shared/deliberation/vocabulary.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, hour, watching, type Assembly } from './assembly.ts';

describe.each(engines)('a meeting that nobody opens on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let a: Assembly;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    a = await buildAssembly(t);
  });
  afterAll(async () => {
    expect(t.problems).toEqual([]);
    await t.close();
  });

  const runTimers = (matterId: string) => watching(t, a.c.communityId, matterId, () => t.runTimers());
  const statusOf = async (matterId: string) => (await a.view(matterId)).sessions.map(({ status }) => status);

  it('is called off at its closing time, on record, and makes room for another one', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    t.time.advance(2 * hour - 1);
    await runTimers(matterId);
    expect(await statusOf(matterId)).toEqual(['convened']);
    t.time.advance(1);
    await runTimers(matterId);
    expect((await a.view(matterId)).sessions).toMatchObject([{ status: 'cancelled', voidReason: notOpened }]);
    const { items } = await a.ok('b1', api.listRecord, { params: { matterId } });
    const entry = items.find(({ kind }) => kind === 'session-cancelled');
    expect(JSON.parse(entry?.body ?? '{}')).toEqual({ sessionId, reason: notOpened });
    expect((await a.ok('b1', api.verifyRecord, { params: { matterId } })).unbroken).toBe(true);
    await a.open('b1', await a.convene('b1', matterId));
    expect(await statusOf(matterId)).toEqual(['cancelled', 'open']);
  });

  it('is left alone when it was put off or called off before', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    const now = t.time.now();
    const later = { question: '改日再议？', place: '', online: true, startsAt: now, closesAt: now + 5 * hour, fileIds: [] };
    await a.ok('b1', api.rescheduleSession, { params: { sessionId }, body: later });
    t.time.advance(3 * hour);
    await runTimers(matterId);
    expect(await statusOf(matterId)).toEqual(['convened']);
    await a.ok('b1', api.cancelSession, { params: { sessionId }, body: { reason: '停电' } });
    t.time.advance(3 * hour);
    await runTimers(matterId);
    expect((await a.view(matterId)).sessions).toMatchObject([{ status: 'cancelled', voidReason: '停电' }]);
  });
});
