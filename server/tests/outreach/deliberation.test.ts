import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dispatchOutbox } from '../../src/outreach/dispatch.ts';
import { buildAssembly, hour, type Assembly } from '../deliberation/assembly.ts';
import { putMatter } from '../disclosure/put-matter.ts';
import { buildVillage } from '../disclosure/village.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { replyTemplate, talkingTo, voteTemplate } from './neighbours.ts';

describe.each(engines)('votes and answers outside the app on %s', (engine) => {
  let t: TestApp;
  let a: Assembly;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    t = await buildTestApp({ engine, config: talkingTo(wechat) });
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });
  beforeEach(async () => {
    wechat.taken.length = 0;
    t.time.set(Date.UTC(2026, 10, 21, 4));
    a = await buildAssembly(t, { branch: 3, residents: 2, party: 1, representatives: 1 });
  });

  /** Lets somebody be told: an openid and consents for votes and replies. */
  const connect = async (...keys: string[]) => {
    for (const key of keys) {
      const { account } = a.person(key);
      const openid = `o-${account}`;
      await t.deps.store.write(async (tx) => {
        await tx.update(tx.t.accounts).set({ openid }).where(eq(tx.t.accounts.id, account));
        for (const template of ['vote', 'reply']) {
          await tx.insert(tx.t.outreachConsents).values({ accountId: account, template, remaining: 5, ahead: 0, eventAt: 0, at: 0 });
        }
      });
      wechat.consent(openid, voteTemplate, 5);
      wechat.consent(openid, replyTemplate, 5);
    }
  };
  const send = async () => {
    while (await dispatchOutbox(t.deps));
  };
  const told = (templateId: string) => wechat.taken.filter(({ template_id: id }) => id === templateId).map(({ touser }) => touser).sort();
  const openidsOf = (...keys: string[]) => keys.map((key) => `o-${a.person(key).account}`).sort();

  it('tells the roll of a meeting when it opens, and nobody else', async () => {
    await connect('b1', 'b2', 'r1', 'p1');
    const session = await a.convene('b1', await a.submitted(), { closesAt: t.time.now() + 3 * hour });
    await send();
    expect(wechat.taken).toEqual([]);
    await a.open('b1', session);
    await send();
    expect(told(voteTemplate)).toEqual(openidsOf('b1', 'b2'));
    expect(wechat.taken[0]).toMatchObject({
      page: `deliberation/pages/session/index?id=${session}`,
      data: { thing1: { value: '三栋二单元加装电梯' }, thing4: { value: '社区会议室' }, time3: { value: '2026年11月21日 15:00' } },
    });
  });

  it('does not ask those who are excused', async () => {
    await connect('b1', 'b2');
    const session = await a.convene('b1', await a.submitted());
    await a.ok('b2', api.declareInterest, { params: { sessionId: session }, body: { reason: '施工方是我的亲属' } });
    await a.open('b1', session);
    await send();
    expect(told(voteTemplate)).toEqual(openidsOf('b1'));
  });

  it('tells whoever is on both rolls of a joint meeting once', async () => {
    await connect('b1', 'b2', 'r1');
    await t.deps.store.write((tx) => tx.update(tx.t.communities).set({ oneHead: true }).where(eq(tx.t.communities.id, a.c.communityId)));
    const session = await a.convene('b1', await a.submitted(), { joint: true });
    await a.open('b1', session);
    await send();
    expect(told(voteTemplate)).toEqual(openidsOf('b1', 'b2', 'r1'));
  });

  it('calls nobody in the morning to a vote of the night', async () => {
    await connect('b1');
    t.time.set(Date.UTC(2026, 10, 21, 15));
    const night = await a.convene('b1', await a.submitted(), { closesAt: t.time.now() + 2 * hour });
    await a.open('b1', night);
    const long = await a.convene('b1', await a.submitted(), { closesAt: t.time.now() + 20 * hour });
    await a.open('b1', long);
    for (const key of a.branch) await a.vote(key, long, 'yes');
    await a.ok('b1', api.closeSession, { params: { sessionId: long } });
    t.time.set(Date.UTC(2026, 10, 22, 2));
    await send();
    expect(wechat.taken).toEqual([]);
    const statuses = await t.deps.store.read((db) => {
      const { outbox: o } = db.t;
      return db.select({ owner: o.ownerId, status: o.status }).from(o).where(and(eq(o.communityId, a.c.communityId), eq(o.ownerKind, 'session')));
    });
    expect(statuses).toEqual([{ owner: long, status: 'dropped' }]);
  });

  it('tells who objected that there is an answer', async () => {
    const v = await buildVillage(t);
    const matterId = await putMatter(t, v);
    const openid = `o-${v.by.owner}`;
    await t.deps.store.write(async (tx) => {
      await tx.update(tx.t.accounts).set({ openid }).where(eq(tx.t.accounts.id, v.by.owner));
      await tx.insert(tx.t.outreachConsents).values({ accountId: v.by.owner, template: 'reply', remaining: 1, ahead: 0, eventAt: 0, at: 0 });
    });
    wechat.consent(openid, replyTemplate);
    const params = { ...v.c.params, matterId };
    await t.as(v.by.director).post(api.publishResolution, { params, body: { text: '决议如下。', days: 15, fileIds: [] } });
    const [disclosure] = (await t.as(v.by.owner).get(api.getMatter, { params })).matter.disclosures;
    const filing = { params: { ...v.c.params, disclosureId: disclosure?.id ?? '' }, body: { text: '噪声怎么办？' } };
    const { id: objectionId } = await t.as(v.by.owner).post(api.fileObjection, filing);
    const answering = { params: { ...v.c.params, objectionId }, body: { answer: '已经实测，符合标准。', uphold: false } };
    await t.as(v.by.director).post(api.answerObjection, answering);
    await send();
    expect(told(replyTemplate)).toEqual([openid]);
    expect(wechat.taken[0]).toMatchObject({ page: `deliberation/pages/matter/index?id=${matterId}`, data: { thing6: { value: '您的异议已经答复' } } });
    const risky = { params: filing.params, body: { text: '代开发票' } };
    expect(await t.as(v.by.owner).refused(api.fileObjection, risky)).toBe('wording-risky');
  });

  it('refuses a comment with words that must not be published, names them, and writes nothing', async () => {
    await connect('b2');
    const matterId = await a.submitted();
    const comment = (key: string, text: string) => a.call(key, api.addComment, { params: { matterId }, body: { text, stageId: null } });
    const answer = await comment('b1', '代开发票请联系');
    expect([answer.status, answer.code, answer.field]).toEqual([422, 'wording-risky', 'text']);
    expect((answer.value as unknown as { error: { details: object } }).error.details).toEqual({ words: '代开发票' });
    expect((await comment('b2', '一起下注')).code).toBe('wording-risky');
    expect((await a.view(matterId)).comments).toBe(0);
    expect((await comment('b2', '电梯装在北侧好')).status).toBe(200);
  });
});
