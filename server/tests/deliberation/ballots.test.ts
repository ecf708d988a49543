import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, commandId, hour, votesOf, type Assembly } from './assembly.ts';

describe.each(engines)('ballots on %s', { timeout: 120_000 }, (engine) => {
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

  const opened = async (secret: boolean) => {
    const matterId = await a.submitted({ secret });
    const sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
    return { matterId, sessionId, params: { sessionId } };
  };
  const photo = async (key: string) => {
    const { communityId } = a.c;
    const id = t.deps.newId();
    const meta = { name: '选票.jpg', type: 'image/jpeg', size: 9, sha256: 'f'.repeat(64), ownerKind: null, ownerId: null };
    const row = { communityId, id, ...meta, uploadedBy: a.person(key).resident, at: t.time.now() };
    await t.deps.store.write((tx) => tx.insert(tx.t.files).values(row));
    return id;
  };
  const paper = async (voter: string, clerk: string, more: object = {}) => ({
    voterId: a.person(voter).resident,
    choice: 'yes' as const,
    channel: 'paper' as const,
    witnessIds: [a.person('d1').resident, a.person('d2').resident],
    photoId: await photo(clerk),
    ...more,
  });

  it('shows nobody how people vote before the count, and everybody the turnout', async () => {
    const { matterId, sessionId, params } = await opened(false);
    await a.vote('b1', sessionId, 'no');
    await a.vote('b2', sessionId, 'yes');
    for (const key of ['b1', 'b3', 'd1', 'facilitator', 'supervisor', 'clerk']) {
      const { matter } = await a.ok(key, api.getMatter, { params: { matterId } });
      expect(matter.sessions[0]).toMatchObject({ due: 5, present: 2, cast: 2, outcome: null });
      const page = await a.ok(key, api.getSession, { params });
      expect(page.roll).toHaveLength(5);
      expect(page.roll.every(({ choice, reason, channel }) => choice === null && reason === '' && channel === null)).toBe(true);
      expect((await a.call(key, api.listReceipts, { params })).code).toBe('session-not-closed');
      const { items } = await a.ok(key, api.listRecord, { params: { matterId } });
      expect(items.map(({ body }) => body).join()).not.toMatch(/"choice"/);
    }
    for (const key of ['b3', 'b4', 'b5']) await a.vote(key, sessionId, 'yes');
    await a.ok('b1', api.closeSession, { params });
    const page = await a.ok('d1', api.getSession, { params });
    expect(page.roll.filter(({ choice }) => choice === 'no').map(({ name }) => name)).toEqual(['b1']);
  });

  it('counts one ballot per voter; a retry gets its first answer, a second one is refused and kept on record', async () => {
    const { matterId, sessionId, params } = await opened(false);
    const sent = { params, body: { choice: 'yes' as const }, commandId: commandId() };
    const first = await a.ok('b1', api.castBallot, sent);
    const again = await a.ok('b1', api.castBallot, sent);
    expect([again.receipt, again.changed]).toEqual([first.receipt, false]);
    expect((await a.call('b1', api.castBallot, { ...sent, body: { choice: 'no' } })).code).toBe('command-id-reused');
    const second = { params, body: { choice: 'yes' as const }, commandId: commandId() };
    expect((await a.call('b1', api.castBallot, second)).code).toBe('already-voted');
    expect((await a.call('b1', api.castBallot, second)).code).toBe('already-voted');
    const { conflicts, session } = await a.ok('b2', api.getSession, { params });
    expect(conflicts).toEqual([{ voterId: a.person('b1').resident, name: 'b1', channel: 'online', at: t.time.now() }]);
    expect(session).toMatchObject({ cast: 1, present: 1 });
    const { items } = await a.ok('b2', api.listRecord, { params: { matterId } });
    expect(items.filter(({ kind }) => kind === 'ballot-refused')).toHaveLength(1);
    expect((await a.call('d1', api.castBallot, { params, body: { choice: 'yes' } })).code).toBe('not-on-roll');
    expect(sessionId).toBe(session.id);
  });

  it('lets an open ballot be changed once until closing, online', async () => {
    const { sessionId, params } = await opened(false);
    const receipt = await a.vote('b1', sessionId, 'yes');
    const change = { params, body: { choice: 'no' as const, receipt }, commandId: commandId() };
    expect(await a.ok('b1', api.castBallot, change)).toMatchObject({ receipt, changed: true });
    expect(await a.ok('b1', api.castBallot, change)).toMatchObject({ receipt, changed: true });
    const { mine, session } = await a.ok('b1', api.getSession, { params });
    expect(mine).toMatchObject({ choice: 'no', receipt, changesLeft: 0 });
    expect(session.cast).toBe(1);
    expect((await a.call('b1', api.castBallot, { params, body: { choice: 'yes' } })).code).toBe('change-not-allowed');
    const b2 = await a.vote('b2', sessionId, 'yes');
    expect((await a.call('b2', api.castBallot, { params, body: { choice: 'no', receipt: 'ABCD-ABCD-ABCD-ABCD' } })).code).toBe('receipt-wrong');
    expect(await a.ok('b2', api.castBallot, { params, body: { choice: 'abstain' } })).toMatchObject({ receipt: b2, changed: true });
  });

  it('changes a secret ballot by its receipt alone', async () => {
    const { sessionId, params } = await opened(true);
    const receipt = await a.vote('b1', sessionId, 'yes');
    expect((await a.ok('b1', api.getSession, { params })).mine).toMatchObject({ voted: true, choice: null, receipt: null });
    expect((await a.call('b1', api.castBallot, { params, body: { choice: 'no' } })).code).toBe('already-voted');
    const wrong = { choice: 'no' as const, receipt: '0000-0000-0000-0000' };
    expect((await a.call('b1', api.castBallot, { params, body: wrong })).code).toBe('receipt-wrong');
    const typed = receipt.toLowerCase().replace(/-/g, ' ');
    expect(await a.ok('b1', api.castBallot, { params, body: { choice: 'no', receipt: typed } })).toMatchObject({ receipt, changed: true });
    expect((await a.call('b1', api.castBallot, { params, body: { choice: 'yes', receipt } })).code).toBe('change-not-allowed');
    for (const key of ['b2', 'b3', 'b4', 'b5']) await a.vote(key, sessionId, 'yes');
    await a.ok('b1', api.closeSession, { params });
    const found = await a.t.as(a.person('d1').account).get(api.listReceipts, {
      params: { communityId: a.c.communityId, sessionId },
      query: { receipt: typed },
    });
    expect(found.items).toEqual([{ receipt, choice: 'no', channel: null }]);
  });

  it('answers the retry of a secret ballot with the same receipt, also after the count', async () => {
    const { sessionId, params } = await opened(true);
    const sent = { params, body: { choice: 'no' as const }, commandId: commandId() };
    const { receipt } = await a.ok('b1', api.castBallot, sent);
    expect((await a.ok('b1', api.castBallot, sent)).receipt).toBe(receipt);
    for (const key of ['b2', 'b3', 'b4', 'b5']) await a.vote(key, sessionId, 'yes');
    await a.ok('b1', api.closeSession, { params });
    expect((await a.ok('b1', api.castBallot, sent)).receipt).toBe(receipt);
    const { items, next } = await a.ok('d1', api.listReceipts, { params });
    expect(items.map((one) => one.receipt)).toEqual(items.map((one) => one.receipt).sort());
    expect([items.length, next, items.find((one) => one.receipt === receipt)?.choice]).toEqual([5, null, 'no']);
  });

  it.each([false, true])('never lets two voters share a ballot, whatever ids their clients make (secret: %s)', async (secret) => {
    const { sessionId, params } = await opened(secret);
    const same = { params, commandId: 'not-random-at-all' };
    await a.ok('b1', api.castBallot, { ...same, body: { choice: 'yes' } });
    expect((await a.call('b2', api.castBallot, { ...same, body: { choice: 'no' } })).code).toBe('command-id-reused');
    expect((await a.call('b2', api.castBallot, { ...same, body: { choice: 'yes' } })).code).toBe('command-id-reused');
    const sheet = { ...(await paper('b2', 'facilitator')), choice: 'no' as const };
    expect((await a.call('facilitator', api.enterPaperBallot, { ...same, body: sheet })).code).toBe('command-id-reused');
    for (const key of ['b2', 'b3', 'b4', 'b5']) await a.vote(key, sessionId, 'no');
    await a.ok('b1', api.closeSession, { params });
    expect((await a.ok('b1', api.getSession, { params })).session.outcome).toMatchObject({ cast: 5, yes: 1, no: 4 });
  });

  it('enters paper beside online ballots, one per voter, before two witnesses and with a photo', async () => {
    const { sessionId, params } = await opened(false);
    const good = await paper('b1', 'facilitator');
    expect((await a.call('leader', api.enterPaperBallot, { params, body: await paper('b1', 'leader') })).code).toBe('not-allowed');
    const refusals: [object, string][] = [
      [{ witnessIds: [a.person('d1').resident, a.person('d1').resident] }, 'witnesses-needed'],
      [{ witnessIds: [a.person('b1').resident, a.person('d1').resident] }, 'witnesses-needed'],
      [{ witnessIds: [a.person('facilitator').resident, a.person('d1').resident] }, 'witnesses-needed'],
      [{ witnessIds: ['nobody', a.person('d1').resident] }, 'witnesses-needed'],
      [{ photoId: await photo('b3') }, 'photo-needed'],
      [{ voterId: a.person('d3').resident }, 'not-on-roll'],
    ];
    for (const [more, code] of refusals)
      expect((await a.call('facilitator', api.enterPaperBallot, { params, body: { ...good, ...more } })).code).toBe(code);
    const sent = { params, body: good, commandId: commandId() };
    const { receipt } = await a.ok('facilitator', api.enterPaperBallot, sent);
    expect((await a.ok('facilitator', api.enterPaperBallot, sent)).receipt).toBe(receipt);
    expect((await a.call('b1', api.castBallot, { params, body: { choice: 'no' } })).code).toBe('already-voted');
    await a.vote('b2', sessionId, 'yes');
    t.time.advance(1);
    expect((await a.call('facilitator', api.enterPaperBallot, { params, body: await paper('b2', 'facilitator') })).code).toBe('already-voted');
    const { conflicts, session } = await a.ok('supervisor', api.getSession, { params });
    expect(conflicts.map(({ name, channel }) => [name, channel])).toEqual([
      ['b1', 'online'],
      ['b2', 'paper'],
    ]);
    expect(session).toMatchObject({ cast: 2, present: 2 });
  });

  it('takes the votes of a meeting in a room from those alone who came, so that nobody makes its quorum from home', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId, { online: false });
    const params = { sessionId };
    await a.open('b1', sessionId);
    const vote = { params, body: { choice: 'yes' as const } };
    expect((await a.call('b2', api.checkIn, { params })).code).toBe('in-person-only');
    expect((await a.call('b2', api.castBallot, vote)).code).toBe('in-person-only');
    const standing = await a.ok('b2', api.getSession, { params });
    expect(standing.allowed.map(({ action }) => action)).not.toContain('cast-ballot');
    expect(standing.session).toMatchObject({ present: 0, cast: 0 });
    await a.ok('facilitator', api.signInOther, { params, body: { voterId: a.person('b2').resident, present: true } });
    await a.ok('b2', api.castBallot, vote);
    await a.ok('facilitator', api.enterPaperBallot, { params, body: await paper('b3', 'facilitator') });
    expect((await a.ok('b2', api.getSession, { params })).session).toMatchObject({ present: 2, cast: 2 });
  });

  it('accepts nothing once the time is over, before the clock has come round to counting', async () => {
    const { matterId, sessionId, params } = await opened(false);
    await a.vote('b1', sessionId, 'yes');
    expect((await a.call('b1', api.closeSession, { params })).code).toBe('closing-too-early');
    t.time.advance(2 * hour);
    expect((await a.call('b2', api.castBallot, { params, body: { choice: 'yes' } })).code).toBe('session-closed');
    expect((await a.call('b2', api.checkIn, { params })).code).toBe('session-closed');
    await t.runTimers();
    expect((await a.view(matterId)).sessions[0]).toMatchObject({ status: 'no-quorum', closedBy: 'deadline' });
  });

  it('keeps the names of party members from the community', async () => {
    const matterId = await a.submitted();
    await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    await a.hold('r1', matterId, votesOf(a.committee, 'yes'));
    const session = await a.hold('b1', matterId, votesOf(a.party, 'yes'));
    const params = { sessionId: session.id };
    await a.ok('b1', api.writeMinutes, { params, body: { text: '一致同意。', version: 0, fileIds: [] } });
    await a.ok('p1', api.signMinutes, { params, body: { version: 1 } });
    const page = await a.ok('d1', api.getSession, { params });
    expect(page.roll).toEqual([]);
    expect(page.session.minutes?.signatures).toEqual([{ residentId: 'withheld', name: '', at: t.time.now() }]);
    expect((await a.ok('p2', api.getSession, { params })).roll).toHaveLength(a.party.length);
    const text = async (key: string) => {
      const { items } = await t.as(a.person(key).account).get(api.listRecord, {
        params: { communityId: a.c.communityId, matterId },
        query: { limit: 100 },
      });
      return JSON.stringify(items);
    };
    const p1 = a.person('p1').resident;
    expect(await text('p2')).toContain(p1);
    expect(await text('d1')).not.toContain(p1);
  });
});
