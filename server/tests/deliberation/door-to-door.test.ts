import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouses } from '../community/found.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, votesOf, type Assembly } from './assembly.ts';

describe.each(engines)('ballots from door to door on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let a: Assembly;
  let sessionId: string;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    a = await buildAssembly(t);
    const { dwellings, buildings } = await buildHouses(t, a.c, ['3-2-101', '4-1-101']);
    const { communityId } = a.c;
    const homes = { d1: '3-2-101', d2: '4-1-101', d4: '3-2-101' };
    await t.deps.store.write(async (tx) => {
      for (const [key, home] of Object.entries(homes)) {
        const tenure = { dwellingId: dwellings[home] ?? '', residentId: a.person(key).resident, kind: 'owner', from: 0 };
        const until = key === 'd4' ? 1 : null;
        await tx.insert(tx.t.tenures).values({ communityId, id: t.deps.newId(), ...tenure, until, endReason: '' });
      }
      const { duties } = tx.t;
      await tx
        .update(duties)
        .set({ areaId: buildings['3'] ?? '' })
        .where(and(eq(duties.communityId, communityId), eq(duties.kind, 'building-leader')));
    });
    const matterId = await a.submitted();
    await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    await a.hold('b1', matterId, votesOf(a.committee, 'yes'));
    await a.hold('b1', matterId, votesOf(a.party, 'yes'));
    sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
  });
  afterAll(async () => {
    expect(t.problems).toEqual([]);
    await t.close();
  });

  const enter = async (clerk: string, voter: string) => {
    const { communityId } = a.c;
    const photoId = t.deps.newId();
    const meta = { name: '选票.jpg', type: 'image/jpeg', size: 9, sha256: 'f'.repeat(64), ownerKind: null, ownerId: null };
    const row = { communityId, id: photoId, ...meta, uploadedBy: a.person(clerk).resident, at: t.time.now() };
    await t.deps.store.write((tx) => tx.insert(tx.t.files).values(row));
    const witnessIds = [a.person('d5').resident, a.person('d6').resident];
    const voterId = a.person(voter).resident;
    const body = { voterId, choice: 'yes' as const, channel: 'paper' as const, witnessIds, photoId };
    return a.call(clerk, api.enterPaperBallot, { params: { sessionId }, body });
  };

  it('lets a building leader bring the ballots of the own building and of no other', async () => {
    expect((await enter('leader', 'd2')).code).toBe('outside-your-area');
    expect((await enter('leader', 'd1')).status).toBe(200);
  });

  it('takes nobody who moved out, or of whom no dwelling is known, for a neighbour', async () => {
    expect((await enter('leader', 'd4')).code).toBe('outside-your-area');
    expect((await enter('leader', 'd3')).code).toBe('outside-your-area');
  });

  it('holds those who serve the meeting to no building', async () => {
    expect((await enter('facilitator', 'd2')).status).toBe(200);
    expect((await enter('clerk', 'd3')).status).toBe(200);
  });
});
