import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { and, eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { runChecks } from '../../checks/run-checks.ts';
import { verifyMatterRecord } from '../../src/deliberation/verify-record.ts';
import type { StoreLocation } from '../../src/platform/store/open-store.ts';
import { engines, openTestStore } from '../platform/engines.ts';
import { buildTestApp } from '../platform/test-app.ts';
import { makeTestClock } from '../platform/test-clock.ts';
import { buildAssembly, commandId, hour } from './assembly.ts';
import { startServer, type ServerProcess } from './server-process.ts';

const voters = 120;
const kills = { sqlite: 2, postgres: 1 };

interface Voter {
  readonly token: string;
  readonly commandId: string;
  receipt: string | null;
}

const running = new Set<ServerProcess>();
afterEach(async () => {
  for (const server of running) await server.kill();
  running.clear();
});

/** Votes with all who have no answer yet, eight at a time, until everybody has one or the server is gone. */
const voteOn = async (origin: string, path: string, pending: Voter[]) => {
  const queue = [...pending];
  const worker = async () => {
    for (let voter = queue.shift(); voter; voter = queue.shift()) {
      const headers = { authorization: `Bearer ${voter.token}`, 'idempotency-key': voter.commandId, 'content-type': 'application/json' };
      const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify({ choice: 'yes' }) });
      const { receipt } = (await response.json()) as { receipt?: string };
      if (receipt === undefined) throw new Error(`a ballot was answered ${response.status}`);
      voter.receipt = receipt;
    }
  };
  await Promise.allSettled(Array.from({ length: 8 }, worker));
};

const inspect = async (place: StoreLocation, communityId: string, sessionId: string) => {
  const store = await openTestStore(place);
  try {
    return await store.read(async (db) => {
      const { secretBallots: s, rollEntries: r, sessions, matters } = db.t;
      const box = await db.select({ receipt: s.receipt }).from(s).where(eq(s.sessionId, sessionId));
      const voted = await db.select({ id: r.voterId }).from(r).where(and(eq(r.sessionId, sessionId), eq(r.voted, true)));
      const [session] = await db.select({ cast: sessions.cast, present: sessions.present }).from(sessions).where(eq(sessions.id, sessionId));
      const [matter] = await db.select({ id: matters.id }).from(matters);
      const chain = await verifyMatterRecord(db, communityId, matter?.id ?? '');
      return { box: box.map(({ receipt }) => receipt), voted: voted.length, session, chain, broken: await runChecks(store) };
    });
  } finally {
    await store.close();
  }
};

describe.each(engines)('a server killed while people vote on %s', { timeout: 120_000 }, (engine) => {
  it('keeps every acknowledged ballot, once', async () => {
    const t = await buildTestApp({ engine, time: makeTestClock(Date.now()) });
    const a = await buildAssembly(t, { branch: voters });
    const { communityId } = a.c;
    const matterId = await a.submitted({ secret: true });
    const sessionId = await a.convene('b1', matterId, { closesAt: t.time.now() + hour });
    await a.open('b1', sessionId);
    const all: Voter[] = a.branch.map((key) => ({
      token: t.as(a.person(key).account).token ?? '',
      commandId: commandId(),
      receipt: null,
    }));
    const { place } = t;
    await t.close();
    const path = fillPath(api.castBallot.path, { communityId, sessionId });
    const pending = () => all.filter(({ receipt }) => receipt === null);

    for (let n = 0; n < kills[engine]; n++) {
      const server = await startServer(place);
      running.add(server);
      const load = voteOn(server.origin, path, pending());
      await new Promise((resolve) => setTimeout(resolve, 60 + Math.random() * 240));
      await server.kill();
      running.delete(server);
      await load;
      const { box, voted, session, chain, broken } = await inspect(place, communityId, sessionId);
      const acknowledged = all.flatMap(({ receipt }) => receipt ?? []);
      expect(box).toEqual(expect.arrayContaining(acknowledged));
      expect([new Set(box).size, voted, session]).toEqual([box.length, box.length, { cast: box.length, present: box.length }]);
      expect([chain.ok, broken]).toEqual([true, []]);
    }

    const server = await startServer(place);
    running.add(server);
    await voteOn(server.origin, path, pending());
    await server.kill();
    running.delete(server);
    expect(pending()).toEqual([]);
    const { box, voted, chain } = await inspect(place, communityId, sessionId);
    expect(box.sort()).toEqual(all.map(({ receipt }) => receipt).sort());
    expect([voted, chain.ok]).toEqual([voters, true]);
  });
});
