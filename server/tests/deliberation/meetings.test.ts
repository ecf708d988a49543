import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { buildAssembly, day, draftBody, hour, votesOf, watching, type Assembly } from './assembly.ts';

describe.each(engines)('meetings on %s', { timeout: 120_000 }, (engine) => {
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

  const setOneHead = (oneHead: boolean) =>
    t.deps.store.write((tx) =>
      tx.update(tx.t.communities).set({ oneHead }).where(eq(tx.t.communities.id, a.c.communityId)),
    );
  const announce = (more: object = {}) => ({
    question: '是否同意？',
    place: '',
    online: true,
    startsAt: t.time.now(),
    closesAt: t.time.now() + hour,
    fileIds: [],
    joint: false,
    ...more,
  });

  it('lets authors draft together and tells them apart from the others', async () => {
    const { id: matterId } = await a.ok('b1', api.createDraft, { body: draftBody() });
    expect((await a.call('d1', api.getMatter, { params: { matterId } })).code).toBe('not-found');
    const residentId = a.person('d1').resident;
    await a.ok('b1', api.addCoauthor, { params: { matterId }, body: { residentId } });
    expect((await a.call('b1', api.addCoauthor, { params: { matterId }, body: { residentId } })).code).toBe('coauthor-twice');
    expect((await a.ok('d1', api.getMatter, { params: { matterId } })).matter.head.coauthors).toHaveLength(1);
    const body = { ...draftBody({ title: '新题目' }), revision: 1 };
    await a.ok('d1', api.editDraft, { params: { matterId }, body });
    expect((await a.call('b1', api.editDraft, { params: { matterId }, body })).code).toBe('version-conflict');
    expect((await a.call('d1', api.submitMatter, { params: { matterId }, body: { revision: 2 } })).code).toBe('not-allowed');
    await a.ok('d1', api.removeCoauthor, { params: { matterId, residentId } });
    expect((await a.call('d1', api.editDraft, { params: { matterId }, body: { ...body, revision: 2 } })).code).toBe('not-found');
    expect((await a.call('r1', api.discardDraft, { params: { matterId } })).code).toBe('not-found');
    await a.ok('b1', api.discardDraft, { params: { matterId } });
    expect((await a.call('b1', api.getMatter, { params: { matterId } })).code).toBe('not-found');
  });

  it('wants a complete text before it is submitted, and makes every election secret', async () => {
    const { id: matterId } = await a.ok('b1', api.createDraft, { body: draftBody({ text: ' ' }) });
    expect((await a.call('b1', api.submitMatter, { params: { matterId }, body: { revision: 1 } })).code).toBe('matter-incomplete');
    const election = await a.submitted({ type: 'election', secret: false });
    expect((await a.view(election)).head.secret).toBe(true);
  });

  it('opens neither before the announced time nor after the announced end, and only by those who serve the stage', async () => {
    const matterId = await a.submitted();
    const startsAt = t.time.now() + hour;
    const sessionId = await a.convene('b1', matterId, { startsAt, closesAt: startsAt + hour });
    expect((await a.call('b1', api.conveneSession, { params: { matterId }, body: announce() })).code).toBe('session-pending');
    expect((await a.call('b1', api.openSession, { params: { sessionId } })).code).toBe('session-too-early');
    t.time.advance(hour);
    expect((await a.call('r2', api.openSession, { params: { sessionId } })).code).toBe('not-allowed');
    await a.ok('facilitator', api.openSession, { params: { sessionId } });
    expect((await a.call('b1', api.cancelSession, { params: { sessionId }, body: { reason: '改日' } })).code).toBe('session-not-convened');

    const other = await a.submitted();
    const late = await a.convene('b1', other);
    t.time.advance(3 * hour);
    expect((await a.call('b1', api.openSession, { params: { sessionId: late } })).code).toBe('session-closed');
    const { startsAt: from, closesAt, ...rest } = announce();
    const moved = { question: rest.question, place: '二楼', online: false, startsAt: from, closesAt, fileIds: [] };
    await a.ok('b1', api.rescheduleSession, { params: { sessionId: late }, body: moved });
    await a.ok('b1', api.cancelSession, { params: { sessionId: late }, body: { reason: '停电' } });
    expect((await a.view(other)).sessions[0]).toMatchObject({ status: 'cancelled', place: '二楼', voidReason: '停电' });
    expect((await a.hold('b1', other, votesOf(a.branch, 'yes'))).round).toBe(1);
    t.time.advance(hour);
    await t.runTimers();
  });

  it('needs a body with members, and ten days of notice for a residents’ assembly', async () => {
    const matterId = await a.submitted({ assembly: 'residents' });
    await a.hold('b1', matterId, votesOf(a.branch, 'yes'));
    await a.hold('r1', matterId, votesOf(a.committee, 'yes'));
    await a.hold('b1', matterId, votesOf(a.party, 'yes'));
    const soon = announce({ startsAt: t.time.now() + 10 * day, closesAt: t.time.now() + 12 * day });
    expect((await a.call('r1', api.conveneSession, { params: { matterId }, body: soon })).code).toBe('notice-too-short');
    const enough = announce({ startsAt: t.time.now() + 11 * day, closesAt: t.time.now() + 12 * day });
    expect((await a.call('r1', api.conveneSession, { params: { matterId }, body: enough })).code).toBe('body-missing');
  });

  it('holds stages 1 and 2 as one meeting where one person heads both committees', async () => {
    const matterId = await a.submitted();
    const joint = announce({ joint: true });
    expect((await a.call('b1', api.conveneSession, { params: { matterId }, body: joint })).code).toBe('joint-not-allowed');
    await setOneHead(true);
    const first = await a.convene('b1', matterId, { joint: true });
    const [one, two] = (await a.view(matterId)).sessions;
    expect([one?.stageId, two?.stageId, one?.jointWith, two?.jointWith]).toEqual(['propose', 'consult', two?.id, one?.id]);
    const second = two?.id ?? '';
    await a.open('b1', first);
    for (const key of a.committee) await a.vote(key, second, 'yes');
    expect((await a.call('r1', api.closeSession, { params: { sessionId: second } })).code).toBe('wrong-stage');
    for (const key of a.branch) await a.vote(key, first, 'yes');
    t.time.advance(2 * hour);
    await watching(t, a.c.communityId, matterId, () => t.runTimers());
    const view = await a.view(matterId);
    expect(view.sessions.map(({ status }) => status)).toEqual(['passed', 'passed']);
    expect(view.head.stageId).toBe('review');
    const { items } = await a.ok('b1', api.listRecord, { params: { matterId } });
    expect(items.filter(({ kind }) => kind === 'session-closed')).toHaveLength(2);
  });

  it('still says until when the second of two joint votes runs, once the first was counted by hand', async () => {
    await setOneHead(true);
    const matterId = await a.submitted();
    const first = await a.convene('b1', matterId, { joint: true });
    await a.open('b1', first);
    for (const key of a.branch) await a.vote(key, first, 'yes');
    await a.ok('b1', api.closeSession, { params: { sessionId: first } });
    const { sessions } = await a.view(matterId);
    expect(sessions.map(({ status }) => status)).toEqual(['passed', 'open']);
    const { items } = await t.as(a.person('b1').account).get(api.listMatters, { params: a.c.params, query: { show: 'all' } });
    expect(items.find(({ id }) => id === matterId)?.dueAt).toBe(sessions[1]?.closesAt);
    await setOneHead(false);
  });

  it('voids the second of two joint votes when the first is rejected', async () => {
    await setOneHead(true);
    const matterId = await a.submitted();
    const first = await a.convene('b1', matterId, { joint: true });
    await a.open('b1', first);
    for (const key of a.branch) await a.vote(key, first, 'no');
    await a.ok('b1', api.closeSession, { params: { sessionId: first } });
    const view = await a.view(matterId);
    expect(view.sessions.map(({ status }) => status)).toEqual(['rejected', 'void']);
    expect(view.head.status).toBe('returned');
    await setOneHead(false);
  });

  it('counts who is excused neither as due nor as present', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    const params = { sessionId };
    const body = { reason: '我是施工方亲属' };
    expect((await a.call('r1', api.declareInterest, { params, body })).code).toBe('not-on-roll');
    await a.ok('b5', api.declareInterest, { params, body });
    expect((await a.call('b5', api.declareInterest, { params, body })).code).toBe('already-excused');
    await a.open('b1', sessionId);
    expect((await a.view(matterId)).sessions[0]).toMatchObject({ due: 4, excused: 1 });
    await a.ok('b4', api.checkIn, { params });
    await a.ok('facilitator', api.excuseOther, { params, body: { voterId: a.person('b4').resident, reason: '本人申明' } });
    expect((await a.view(matterId)).sessions[0]).toMatchObject({ due: 3, excused: 2, present: 0 });
    expect((await a.call('b4', api.castBallot, { params, body: { choice: 'no' } })).code).toBe('excused');
    expect((await a.call('b5', api.checkIn, { params })).code).toBe('excused');
    await a.vote('b1', sessionId, 'yes');
    expect((await a.call('b1', api.declareInterest, { params, body })).code).toBe('already-voted');
    await a.vote('b2', sessionId, 'yes');
    await a.vote('b3', sessionId, 'no');
    await a.ok('b1', api.closeSession, { params });
    const [session] = (await a.view(matterId)).sessions;
    expect(session?.outcome).toMatchObject({ due: 3, excused: 2, present: 3, quorumNeeded: 2, yes: 2, result: 'passed' });
  });

  it('signs people in and out, and keeps present whoever has voted', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    const params = { sessionId };
    await a.open('b1', sessionId);
    const turnout = async () => (await a.view(matterId)).sessions[0]?.present;
    await a.ok('b1', api.checkIn, { params });
    await a.ok('b1', api.checkIn, { params });
    expect(await turnout()).toBe(1);
    const b2 = { voterId: a.person('b2').resident };
    await a.ok('facilitator', api.signInOther, { params, body: { ...b2, present: true } });
    expect(await turnout()).toBe(2);
    await a.ok('facilitator', api.signInOther, { params, body: { ...b2, present: false } });
    expect(await turnout()).toBe(1);
    await a.vote('b2', sessionId, 'yes');
    await a.ok('facilitator', api.signInOther, { params, body: { ...b2, present: true } });
    await a.ok('facilitator', api.signInOther, { params, body: { ...b2, present: false } });
    expect(await turnout()).toBe(2);
    expect((await a.call('b3', api.signInOther, { params, body: { voterId: a.person('d1').resident, present: true } })).code).toBe('not-on-roll');
    expect((await a.call('d1', api.checkIn, { params })).code).toBe('not-on-roll');
    t.time.advance(2 * hour);
    await t.runTimers();
  });

  it('locks minutes that those present have signed; a new wording voids the signatures', async () => {
    const matterId = await a.submitted();
    const session = await a.hold('b1', matterId, votesOf(['b1', 'b2', 'b3', 'b4'], 'yes'));
    const params = { sessionId: session.id };
    expect((await a.call('b1', api.signMinutes, { params, body: { version: 0 } })).code).toBe('minutes-missing');
    const write = (text: string, version: number) => ({ params, body: { text, version, fileIds: [] } });
    expect((await a.call('r1', api.writeMinutes, write('乱写', 0))).code).toBe('not-allowed');
    await a.ok('b2', api.writeMinutes, write('到会四人，一致同意。', 0));
    expect((await a.call('b1', api.writeMinutes, write('同时写', 0))).code).toBe('version-conflict');
    expect((await a.call('b1', api.lockMinutes, { params })).code).toBe('minutes-unsigned');
    expect((await a.call('b5', api.signMinutes, { params, body: { version: 1 } })).code).toBe('not-present');
    await a.ok('b1', api.signMinutes, { params, body: { version: 1 } });
    expect((await a.call('b1', api.signMinutes, { params, body: { version: 1 } })).code).toBe('already-signed');
    await a.ok('b2', api.writeMinutes, write('到会四人，四票同意。', 1));
    expect((await a.view(matterId)).sessions[0]?.minutes).toMatchObject({ version: 2, signers: 4, signatures: [] });
    expect((await a.call('b3', api.signMinutes, { params, body: { version: 1 } })).code).toBe('version-conflict');
    await a.ok('b3', api.signMinutes, { params, body: { version: 2 } });
    await a.ok('b1', api.lockMinutes, { params });
    expect((await a.call('b2', api.writeMinutes, write('改口', 2))).code).toBe('minutes-locked');
    expect((await a.call('b1', api.signMinutes, { params, body: { version: 2 } })).code).toBe('minutes-locked');
    const { minutes } = (await a.view(matterId)).sessions[0] ?? {};
    expect(minutes?.lockedAt).toBe(t.time.now());
    expect(minutes?.signatures.map(({ name }) => name)).toEqual(['b3']);
  });

  it('takes from a roll whoever is no longer in office when the meeting opens', async () => {
    const matterId = await a.submitted();
    const sessionId = await a.convene('b1', matterId);
    const { bodyMembers: m } = t.deps.store.t;
    const seat = and(eq(m.residentId, a.person('b5').resident), eq(m.bodyId, a.c.bodies['branch-committee']));
    await t.deps.store.write((tx) => tx.update(tx.t.bodyMembers).set({ until: '2026-11-01' }).where(seat));
    await a.open('b1', sessionId);
    expect((await a.view(matterId)).sessions[0]).toMatchObject({ due: 4 });
    await t.deps.store.write((tx) => tx.update(tx.t.bodyMembers).set({ until: null }).where(seat));
    expect((await a.call('b5', api.castBallot, { params: { sessionId }, body: { choice: 'yes' } })).code).toBe('not-on-roll');
  });
});
