import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { startOfDay } from '@bandeng/shared/kernel/legal-days.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readMatterView } from '../../src/deliberation/read-matter.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { putMatter } from './put-matter.ts';
import { addWorker, buildVillage, watching, type Village, type Villager } from './village.ts';

const at = (day: string, hour = 10) => startOfDay(day) + hour * 3_600_000;
const hours = (n: number) => n * 3_600_000;

describe.each(engines)('a resolution on the board on %s', (engine) => {
  let t: TestApp;
  let v: Village;
  let matterId: string;
  beforeAll(async () => {
    t = await buildTestApp({ engine });
    v = await buildVillage(t);
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    t.time.set(at('2026-11-02'));
    matterId = await putMatter(t, v);
  });

  const view = async () => {
    const found = await t.deps.store.read((db) => readMatterView(db, v.c.communityId, matterId));
    if (!found) throw new Error('the matter is gone');
    return found;
  };
  const as = (who: Villager) => t.as(v.by[who]);
  const params = () => ({ ...v.c.params, matterId });
  const notice = (days = 15) => ({ params: params(), body: { text: '决议如下。', days, fileIds: [] } });
  const publish = async (days = 15) => {
    await watching(t, v, matterId, () => as('director').post(api.publishResolution, notice(days)));
    const [disclosure] = (await view()).disclosures;
    if (!disclosure) throw new Error('nothing was put up');
    return disclosure;
  };
  const objecting = (disclosureId: string) => ({
    params: { ...v.c.params, disclosureId },
    body: { text: '噪声怎么办？' },
  });
  const object = async (disclosureId: string, who: Villager = 'owner') =>
    (await watching(t, v, matterId, () => as(who).post(api.fileObjection, objecting(disclosureId)))).id;
  const answering = (objectionId: string, more: { uphold?: boolean; backTo?: 'consult' | 'resolve' } = {}) => ({
    params: { ...v.c.params, objectionId },
    body: { answer: '已经实测，符合标准。', uphold: false, ...more },
  });
  const answer = (objectionId: string, more = {}) =>
    watching(t, v, matterId, () => as('director').post(api.answerObjection, answering(objectionId, more)));
  const runTimers = () => watching(t, v, matterId, () => t.runTimers());

  it('passes by itself at the end of its fifteenth day and not before', async () => {
    const { firstDay, lastDay, endsAt } = await publish();
    expect([firstDay, lastDay, endsAt]).toEqual(['2026-11-03', '2026-11-17', startOfDay('2026-11-18')]);
    t.time.set(endsAt - 1);
    await runTimers();
    expect((await view()).disclosures[0]?.status).toBe('up');
    t.time.set(endsAt);
    expect(await runTimers()).toBe(1);
    const after = await view();
    expect([after.disclosures[0]?.status, after.disclosures[0]?.endedAt, after.head.stageId]).toEqual([
      'passed',
      endsAt,
      'publish-outcome',
    ]);
  });

  it('ends after the National Day holiday when its last day falls into it', async () => {
    t.time.set(at('2026-09-20'));
    const { lastDay, endsAt } = await publish();
    expect([lastDay, endsAt]).toEqual(['2026-10-08', startOfDay('2026-10-09')]);
    t.time.set(startOfDay('2026-10-06'));
    expect(await runTimers()).toBe(0);
    t.time.set(endsAt);
    expect(await runTimers()).toBe(1);
  });

  it('is objected to by those who live or own here, not by who only works here', async () => {
    const { id } = await publish();
    const worker = t.as(await addWorker(t, v));
    expect(await worker.refused(api.fileObjection, objecting(id))).toBe('residents-only');
    const { allowed } = await worker.get(api.getMatter, { params: params() });
    expect(allowed.map(({ action }) => action)).not.toContain('file-objection');
    await object(id, 'owner');
  });

  it('takes three unanswered objections of one person at once, and more after an answer', async () => {
    const { id } = await publish();
    const answers = await Promise.all(Array.from({ length: 5 }, () => as('owner').call(api.fileObjection, objecting(id))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.flatMap(({ status, code }) => (status === 200 ? [] : [[status, code]]))).toEqual([
      [409, 'objections-open'],
      [409, 'objections-open'],
    ]);
    await object(id, 'neighbour');
    await answer((await view()).objections.find(({ by }) => by.id === v.residents.owner)?.id ?? '');
    await object(id, 'owner');
    expect(await as('owner').refused(api.fileObjection, objecting(id))).toBe('objections-open');
  });

  it('follows a day off that the community has added', async () => {
    const { calendarDays } = t.deps.store.t;
    const day = { communityId: v.c.communityId, day: '2026-11-24', off: true, note: '停电' };
    await t.deps.store.write((tx) => tx.insert(calendarDays).values(day));
    t.time.set(at('2026-11-09'));
    expect((await publish()).lastDay).toBe('2026-11-25');
  });

  it('refuses fewer days than the law, and a second notice of the same stage', async () => {
    const short = await as('director').call(api.publishResolution, notice(14));
    expect(short).toMatchObject({ status: 422, code: 'disclosure-days-short', field: 'days' });
    await publish(20);
    expect(await as('director').refused(api.publishResolution, notice())).toBe('disclosure-up');
  });

  it('is put up by the committees alone, at its stage alone', async () => {
    expect(await as('rep').refused(api.publishResolution, notice())).toBe('not-allowed');
    expect(await as('director').refused(api.publishOutcome, notice())).toBe('wrong-stage');
    matterId = await putMatter(t, v, { stageId: 'resolve' });
    expect(await as('director').refused(api.publishResolution, notice())).toBe('wrong-stage');
    matterId = await putMatter(t, v, { stageId: 'resolve', status: 'returned' });
    expect(await as('director').refused(api.publishResolution, notice())).toBe('matter-not-running');
  });

  it('answers in time: the objection is closed, the notice stays up until its days are over', async () => {
    const { id, endsAt } = await publish();
    const objectionId = await object(id);
    expect((await view()).objections[0]).toMatchObject({
      dueAt: startOfDay('2026-11-06'),
      answer: null,
      overdue: false,
    });
    t.time.advance(hours(30));
    await answer(objectionId);
    expect((await view()).objections[0]).toMatchObject({ answeredBy: '孙主任', overdue: false, upheld: false });
    expect(await as('director').refused(api.answerObjection, answering(objectionId))).toBe('objection-answered');
    t.time.set(endsAt);
    await runTimers();
    expect((await view()).head.stageId).toBe('publish-outcome');
  });

  it('flags an objection that nobody answered within three days, also after the late answer', async () => {
    const objectionId = await object((await publish()).id);
    t.time.set(startOfDay('2026-11-06') - 1);
    await runTimers();
    expect((await view()).objections[0]?.overdue).toBe(false);
    t.time.set(startOfDay('2026-11-06'));
    await runTimers();
    expect((await view()).objections[0]?.overdue).toBe(true);
    await answer(objectionId);
    expect((await view()).objections[0]).toMatchObject({ overdue: true, answer: '已经实测，符合标准。' });
  });

  it('stays up past its days while an objection waits, and passes with the last answer', async () => {
    const { id, endsAt } = await publish();
    t.time.set(endsAt - hours(2));
    const first = await object(id);
    const second = await object(id, 'neighbour');
    t.time.set(endsAt);
    await runTimers();
    expect((await view()).disclosures[0]?.status).toBe('up');
    expect(await as('owner').refused(api.fileObjection, objecting(id))).toBe('disclosure-ended');
    await answer(first);
    expect((await view()).disclosures[0]?.status).toBe('up');
    await answer(second);
    const after = await view();
    expect([after.disclosures[0]?.status, after.head.stageId]).toEqual(['passed', 'publish-outcome']);
    expect(await as('owner').refused(api.fileObjection, objecting(id))).toBe('disclosure-ended');
  });

  it.each([
    ['consult', ['passed', 'void', 'void', 'void']],
    ['resolve', ['passed', 'passed', 'passed', 'void']],
  ] as const)('goes back to %s when an objection is upheld', async (backTo, statuses) => {
    const { id, endsAt } = await publish();
    const objectionId = await object(id);
    t.time.advance(hours(1));
    await object(id, 'neighbour');
    expect(await as('director').refused(api.answerObjection, answering(objectionId, { uphold: true }))).toBe(
      'back-to-needed',
    );
    await answer(objectionId, { uphold: true, backTo });
    const after = await view();
    expect(after.head).toMatchObject({ status: 'running', stageId: backTo, version: 1 });
    expect(after.sessions.map(({ status }) => status)).toEqual(statuses);
    expect(after.disclosures[0]).toMatchObject({ status: 'upheld', endedAt: t.time.now() });
    expect(after.objections[0]).toMatchObject({ upheld: true, backTo });
    t.time.set(endsAt);
    await runTimers();
    expect((await view()).head.stageId).toBe(backTo);
    expect((await view()).objections[1]?.overdue).toBe(false);
  });

  it('takes objections from members and answers from the committees', async () => {
    const { id } = await publish();
    const objectionId = await object(id, 'rep');
    const stranger = await t.addAccount();
    expect(await t.as(stranger).refused(api.fileObjection, objecting(id))).toBe('not-a-member');
    expect(await as('owner').refused(api.answerObjection, answering(objectionId))).toBe('not-allowed');
    const other = await buildVillage(t);
    const elsewhere = { ...objecting(id), params: { ...other.c.params, disclosureId: id } };
    expect(await t.as(other.by.owner).refused(api.fileObjection, elsewhere)).toBe('not-found');
  });

  it('files one objection however often the request is repeated', async () => {
    const { id } = await publish();
    const sent = { ...objecting(id), commandId: 'one-and-the-same' };
    const replies = await Promise.all([1, 2, 3, 4].map(() => as('owner').post(api.fileObjection, sent)));
    expect(new Set(replies.map((reply) => reply.id)).size).toBe(1);
    expect((await view()).objections).toHaveLength(1);
  });
});
