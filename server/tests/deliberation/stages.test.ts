import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, draftBody, hour, votesOf, type Assembly } from './assembly.ts';

describe.each(engines)('the stages of a matter on %s', { timeout: 120_000 }, (engine) => {
  let t: TestApp;
  let a: Assembly;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    a = await buildAssembly(t);
  });
  afterAll(() => t.close());

  it('passes stages 1 to 4 in order and waits for the disclosure of its resolution', async () => {
    const matterId = await a.submitted();
    expect((await a.view(matterId)).head).toMatchObject({ number: '2026-001', status: 'running', stageId: 'propose', version: 1 });

    const propose = await a.hold('b2', matterId, { ...votesOf(['b1', 'b2', 'b3'], 'yes'), b4: 'no', b5: 'abstain' });
    expect(propose).toMatchObject({ status: 'passed', closedBy: 'hand', due: 5, present: 5, cast: 5 });
    expect(propose.outcome).toMatchObject({ yes: 3, no: 1, abstain: 1, quorumNeeded: 3, passNeeded: 3 });

    // b1 sits in both committees and is one voter.
    const consult = await a.hold('r1', matterId, votesOf(['b1', 'r1', 'r2', 'r3', 'r4', 'r5'], 'yes'));
    expect(consult).toMatchObject({ status: 'passed', closedBy: 'deadline', due: 10, present: 6 });

    const review = await a.hold('b1', matterId, votesOf(['b1', 'b2', 'b3', 'p1', 'p2'], 'yes'));
    expect(review).toMatchObject({ status: 'passed', due: 9, present: 5 });
    expect(review.outcome).toMatchObject({ quorumNeeded: 5, passNeeded: 5 });

    const resolve = await a.hold('r1', matterId, votesOf(['b1', 'r1', 'r2', 'r3', 'd1', 'd2', 'd3', 'd4'], 'yes'));
    expect(resolve).toMatchObject({ status: 'passed', assembly: 'representatives', due: 12, present: 8 });
    expect((await a.view(matterId)).head).toMatchObject({ status: 'running', stageId: 'publish-resolution' });

    const { unbroken, length } = await a.ok('d1', api.verifyRecord, { params: { matterId } });
    expect(unbroken).toBe(true);
    const { items } = await a.ok('d1', api.listRecord, { params: { matterId } });
    expect(length).toBe(items.length);
    expect(items.filter(({ kind }) => kind === 'stage-reached')).toHaveLength(4);
  });

  it('asks for a new meeting when too few came, and counts the rounds', async () => {
    const matterId = await a.submitted();
    const first = await a.hold('b1', matterId, votesOf(['b1', 'b2'], 'yes'));
    expect(first).toMatchObject({ status: 'no-quorum', round: 1 });
    expect(first.outcome).toMatchObject({ quorumMet: false, quorumNeeded: 3, present: 2 });
    expect((await a.view(matterId)).head).toMatchObject({ status: 'running', stageId: 'propose' });
    const second = await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    expect(second).toMatchObject({ status: 'passed', round: 2 });
  });

  it('returns a rejected matter, and starts its next version again at stage 1', async () => {
    const matterId = await a.submitted();
    await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    const rejected = await a.hold('b1', matterId, votesOf(a.committee, 'no'));
    expect(rejected).toMatchObject({ status: 'rejected' });
    const { head } = await a.view(matterId);
    expect(head).toMatchObject({ status: 'returned', stageId: 'consult', version: 1 });

    const stale = { ...draftBody({ title: '改为两部电梯' }), revision: head.revision - 1, reason: '按意见修改' };
    expect((await a.call('b1', api.reviseMatter, { params: { matterId }, body: stale })).code).toBe('version-conflict');
    const body = { ...stale, revision: head.revision };
    expect((await a.call('d1', api.reviseMatter, { params: { matterId }, body })).code).toBe('not-allowed');
    await a.ok('b1', api.reviseMatter, { params: { matterId }, body });
    const revised = await a.view(matterId);
    expect(revised.head).toMatchObject({ status: 'running', stageId: 'propose', version: 2, title: '改为两部电梯' });
    expect(revised.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(revised.sessions.map(({ status }) => status)).toEqual(['void', 'rejected']);
    const again = await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    expect(again).toMatchObject({ status: 'passed', version: 2, round: 1 });
  });

  it('ends a returned matter for good', async () => {
    const matterId = await a.submitted();
    await a.hold('b1', matterId, votesOf(a.branch, 'no'));
    await a.ok('b2', api.endMatter, { params: { matterId }, body: { reason: '条件不成熟' } });
    expect((await a.view(matterId)).head).toMatchObject({ status: 'ended', reason: '条件不成熟' });
    expect((await a.call('b1', api.endMatter, { params: { matterId }, body: { reason: '再试' } })).code).toBe('matter-not-returned');
  });

  it('voids what was decided on the old text by a material amendment, and keeps it for a small one', async () => {
    const matterId = await a.submitted();
    await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    const small = { ...draftBody({ summary: '改正错别字' }), revision: 1, material: false, reason: '错别字' };
    await a.ok('b1', api.amendMatter, { params: { matterId }, body: small });
    expect((await a.view(matterId)).head).toMatchObject({ stageId: 'consult', version: 1, revision: 2 });
    const options = [{ id: 'b', title: '另一家', text: '' }];
    for (const sly of [{ secret: true }, { budgetFen: 38_000_001 }, { budgetFen: null }, { options }])
      expect((await a.call('b1', api.amendMatter, { params: { matterId }, body: { ...small, ...sly, revision: 2 } })).code).toBe('bad-request');

    const sessionId = await a.convene('r1', matterId);
    const large = { ...draftBody({ budgetFen: 60_000_000 }), revision: 2, material: true, reason: '预算增加' };
    await a.ok('b1', api.amendMatter, { params: { matterId }, body: large });
    const view = await a.view(matterId);
    expect(view.head).toMatchObject({ stageId: 'propose', version: 2, budgetFen: 60_000_000, status: 'running' });
    expect(view.sessions.map(({ status, voidReason }) => [status, voidReason])).toEqual([
      ['void', '预算增加'],
      ['void', '预算增加'],
    ]);
    expect((await a.call('r1', api.openSession, { params: { sessionId } })).code).toBe('session-not-convened');
  });

  it('does not change the text while people vote on it', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
    const body = { ...draftBody(), revision: 1, material: true, reason: '临时改动' };
    expect((await a.call('b1', api.amendMatter, { params: { matterId }, body })).code).toBe('session-pending');
  });

  it('is withdrawn by its author, which voids the meeting under way', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    await a.open('b1', sessionId);
    await a.vote('b2', sessionId, 'yes');
    const body = { reason: '另行研究' };
    expect((await a.call('r1', api.withdrawMatter, { params: { matterId }, body })).code).toBe('not-allowed');
    await a.ok('b1', api.withdrawMatter, { params: { matterId }, body });
    const view = await a.view(matterId);
    expect(view.head).toMatchObject({ status: 'withdrawn', reason: '另行研究' });
    expect(view.sessions[0]).toMatchObject({ status: 'void', outcome: null });
    expect((await a.call('b3', api.castBallot, { params: { sessionId }, body: { choice: 'yes' } })).code).toBe('session-closed');
    t.time.advance(3 * hour);
    await t.runTimers();
    expect((await a.view(matterId)).sessions[0]).toMatchObject({ status: 'void', closedAt: null });
    expect(t.problems).toEqual([]);
  });
});
