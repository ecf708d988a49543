import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invariants, runChecks } from '../../checks/run-checks.ts';
import type { Schema } from '../../src/platform/store/schema.ts';
import type { Db, Tx } from '../../src/platform/store/store.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildWorld } from '../policy/world.ts';

/** Undoes a write after looking at it: every damage is done to the same whole world. */
class Undo extends Error {}

const first = <R>(rows: readonly R[]): R => {
  const [row] = rows;
  if (row === undefined) throw new Error('there is no row to damage');
  return row;
};

const counted = async (tx: Tx): Promise<Schema['sessions']['$inferSelect']> =>
  first(await tx.select().from(tx.t.sessions).where(and(eq(tx.t.sessions.status, 'passed'), eq(tx.t.sessions.secret, false))));

/** Invariant → damage that it must find. */
const damages: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  'ballots-equal-voters': async (tx) => {
    const { openBallots: o } = tx.t;
    const { sessionId, voterId } = first(await tx.select().from(o));
    await tx.delete(o).where(and(eq(o.sessionId, sessionId), eq(o.voterId, voterId)));
  },
  'one-ballot-per-voter': async (tx) => {
    const { openBallots: o } = tx.t;
    const ballot = first(await tx.select().from(o));
    await tx.insert(o).values({ ...ballot, voterId: 'nobody', receipt: 'another' });
  },
  'cast-within-present-within-due': async (tx) => tx.update(tx.t.sessions).set({ present: 0 }).where(eq(tx.t.sessions.status, 'passed')),
  'counters-equal-rows': async (tx) => tx.update(tx.t.sessions).set({ due: 99 }).where(eq(tx.t.sessions.id, (await counted(tx)).id)),
  'secret-stays-secret': async (tx) => {
    const { sessions: s, openBallots: o } = tx.t;
    const { id } = first(await tx.select().from(s).where(eq(s.secret, true)));
    await tx.insert(o).values({ ...first(await tx.select().from(o)), sessionId: id });
  },
  'outcomes-follow-from-rows': async (tx) => {
    const { id, outcome } = await counted(tx);
    if (outcome === null) throw new Error('a counted session has no outcome');
    await tx.update(tx.t.sessions).set({ outcome: { ...outcome, yes: outcome.yes + 1 } }).where(eq(tx.t.sessions.id, id));
  },
  'records-unbroken': async (tx) => tx.update(tx.t.recordEntries).set({ actor: '别人' }).where(eq(tx.t.recordEntries.seq, 2)),
  'outcomes-on-record': async (tx) => tx.delete(tx.t.recordEntries).where(eq(tx.t.recordEntries.kind, 'session-closed')),
  'spent-equals-entries': async (tx) =>
    tx.update(tx.t.progressEntries).set({ kind: 'work' }).where(isNotNull(tx.t.progressEntries.amountFen)),
  'tenants-exist': async (tx) => tx.insert(tx.t.calendarDays).values({ communityId: 'nowhere', day: '2026-01-01', off: true, note: '' }),
  'references-hold': async (tx) => tx.delete(tx.t.dwellings),
  'deadlines-are-set': async (tx) => tx.delete(tx.t.timers).where(eq(tx.t.timers.kind, 'close-session')),
  'messages-have-no-gaps': async (tx) => tx.delete(tx.t.messages).where(eq(tx.t.messages.seq, 2)),
  'watermarks-within-group': async (tx) => tx.update(tx.t.groupMembers).set({ readSeq: 99_999 }),
  'members-equal-rows': async (tx) => {
    const { groupMembers: m } = tx.t;
    const { groupId } = first(await tx.select().from(m).where(isNull(m.leftAt)));
    await tx.update(m).set({ leftAt: 1 }).where(eq(m.groupId, groupId));
  },
  'channels-have-no-gaps': async (tx) => tx.delete(tx.t.channelEvents).where(eq(tx.t.channelEvents.seq, 2)),
};

describe.each(engines)('standing invariants on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    await buildWorld(t);
  }, 240_000);
  afterAll(() => t.close());

  it('hold after everything that people do', async () => {
    expect(await runChecks(t.deps.store)).toEqual([]);
  });

  it.each(invariants.map(({ name }) => name))('find damage to %s', async (name) => {
    const damage = damages[name];
    if (!damage) throw new Error(`no damage is known for ${name}`);
    let found: string[] = [];
    const damaged = t.deps.store.write(async (tx) => {
      await damage(tx);
      found = (await runChecks({ read: (run) => run(tx as Db) })).map(({ invariant }) => invariant);
      throw new Undo();
    });
    await expect(damaged).rejects.toBeInstanceOf(Undo);
    expect(found).toContain(name);
    expect(await runChecks(t.deps.store)).toEqual([]);
  });
});
