import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import type { Choice } from '@bandeng/shared/deliberation/vocabulary.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runChecks } from '../../checks/run-checks.ts';
import { runDueTimers } from '../../src/platform/jobs/run-due-timers.ts';
import { timerHandlers } from '../../src/platform/jobs/start-jobs.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, commandId, hour, votesOf, type Assembly } from './assembly.ts';

const voters = 200;
const choices: Choice[] = ['yes', 'yes', 'no', 'abstain'];

describe.each(engines)('many at once on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let other: TestApp;
  let a: Assembly;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    a = await buildAssembly(t, { party: voters - 5 });
    // A second server process on the same PostgreSQL; the embedded database has one process.
    other = engine === 'postgres' ? await buildTestApp({ engine, place: t.place, time: t.time }) : t;
  }, 120_000);
  afterAll(async () => {
    expect([...t.problems, ...other.problems]).toEqual([]);
    expect(await runChecks(t.deps.store)).toEqual([]);
    if (other !== t) await other.close();
    await t.close();
  });

  const reachReview = async (secret: boolean) => {
    const matterId = await a.submitted({ secret });
    await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    await a.hold('r1', matterId, votesOf(a.committee, 'yes'));
    const sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
    return { matterId, sessionId };
  };

  it.each([false, true])('counts two hundred concurrent ballots and their retries once each (secret: %s)', async (secret) => {
    const { matterId, sessionId } = await reachReview(secret);
    const params = { communityId: a.c.communityId, sessionId };
    const sent = a.party.map((key, i) => ({ key, choice: choices[i % 4] ?? 'yes', commandId: commandId() }));
    const cast = (app: TestApp, one: (typeof sent)[number]) =>
      app.as(a.person(one.key).account).call(api.castBallot, { params, body: { choice: one.choice }, commandId: one.commandId });
    const rounds = await Promise.all([
      ...sent.map((one) => cast(t, one)),
      ...sent.map((one) => cast(other, one)),
      ...sent.filter((_, i) => i % 3 === 0).map((one) => cast(t, one)),
    ]);
    expect(rounds.filter(({ status }) => status !== 200).map(({ code }) => code)).toEqual([]);
    rounds.slice(voters, 2 * voters).forEach((answer, i) => expect(answer.value.receipt).toBe(rounds[i]?.value.receipt));

    const { rollEntries: r, openBallots: o, secretBallots: s } = t.deps.store.t;
    const table = secret ? s : o;
    const rows = await t.deps.store.read((db) =>
      db.select({ receipt: table.receipt, choice: table.choice }).from(table).where(eq(table.sessionId, sessionId)),
    );
    const voted = await t.deps.store.read((db) =>
      db.select({ voterId: r.voterId }).from(r).where(and(eq(r.sessionId, sessionId), eq(r.voted, true))),
    );
    expect([rows.length, voted.length, new Set(rows.map(({ receipt }) => receipt)).size]).toEqual([voters, voters, voters]);
    const session = (await a.view(matterId)).sessions.at(-1);
    expect(session).toMatchObject({ due: voters, present: voters, cast: voters });

    // Groups follow the people who came: not what is counted here.
    await t.runTimers();
    t.time.advance(3 * hour);
    const [here, there] = await Promise.all([t, other].map(({ deps }) => runDueTimers(deps, timerHandlers(deps))));
    expect((here ?? 0) + (other === t ? 0 : (there ?? 0))).toBe(1);
    const closed = (await a.view(matterId)).sessions.at(-1);
    expect(closed?.outcome).toMatchObject({ result: 'rejected', cast: voters, yes: 100, no: 50, abstain: 50, passNeeded: 101 });
    const { items } = await t.as(a.person('b1').account).get(api.listRecord, {
      params: { communityId: a.c.communityId, matterId },
      query: { cursor: String(voters), limit: 100 },
    });
    expect(items.filter(({ kind, body }) => kind === 'session-closed' && body.includes(sessionId))).toHaveLength(1);
    expect((await a.ok('b1', api.verifyRecord, { params: { matterId } })).unbroken).toBe(true);
  });

  it('lets only one of two different ballots of a voter in, whatever the timing', async () => {
    const { matterId, sessionId } = await reachReview(true);
    const params = { communityId: a.c.communityId, sessionId };
    const keys = a.party.slice(0, 40);
    const answers = await Promise.all(
      keys.flatMap((key) => [
        t.as(a.person(key).account).call(api.castBallot, { params, body: { choice: 'yes' } }),
        other.as(a.person(key).account).call(api.castBallot, { params, body: { choice: 'no' } }),
      ]),
    );
    const accepted = answers.filter(({ status }) => status === 200);
    expect(accepted).toHaveLength(keys.length);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(new Set(['already-voted']));
    const page = await a.ok('b1', api.getSession, { params });
    expect([page.session.cast, page.conflicts.length]).toEqual([keys.length, keys.length]);
    await a.ok('b1', api.withdrawMatter, { params: { matterId }, body: { reason: '测试结束' } });
  });
});
