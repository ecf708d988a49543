import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import type { Endpoint, OperationSchemas } from '@bandeng/shared/kernel/api.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildVillage, type Village } from '../disclosure/village.ts';
import { putMatter } from '../disclosure/put-matter.ts';
import { talkingTo } from '../outreach/neighbours.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';

const draft = {
  title: '加装电梯', summary: '', text: '', type: 'public-works', secret: false, assembly: 'representatives', budgetFen: null, fileIds: [],
  options: [{ id: 'north', title: '北侧', text: '' }],
};
const changed = { ...draft, revision: 1, reason: '改位置' };
const meeting = { question: '是否同意？', place: '活动室', online: true, startsAt: 1, closesAt: 2, fileIds: [] };
const progress = { kind: 'work', title: '开工', text: '', day: '2026-11-20', amountFen: null, payee: '', fileIds: [] };
const disclosed = { text: '决议如下。', days: 15, fileIds: [] };

/** Every operation whose words others read: good words, and the fields that carry them. */
const written = [
  [api.createDraft, draft, ['title', 'summary', 'text', 'options']],
  [api.editDraft, { ...draft, revision: 1 }, ['title', 'summary', 'text', 'options']],
  [api.amendMatter, { ...changed, material: true }, ['title', 'text', 'reason']],
  [api.reviseMatter, changed, ['title', 'text', 'reason']],
  [api.withdrawMatter, { reason: '不办了' }, ['reason']],
  [api.endMatter, { reason: '不办了' }, ['reason']],
  [api.conveneSession, { ...meeting, joint: false }, ['question', 'place']],
  [api.rescheduleSession, meeting, ['question', 'place']],
  [api.cancelSession, { reason: '改天' }, ['reason']],
  [api.declareInterest, { reason: '亲属承包' }, ['reason']],
  [api.excuseOther, { voterId: 'somebody', reason: '亲属承包' }, ['reason']],
  [api.castBallot, { choice: 'no', reason: '太贵' }, ['reason']],
  [api.writeMinutes, { text: '到会九人。', version: 0, fileIds: [] }, ['text']],
  [api.publishResolution, disclosed, ['text']],
  [api.publishOutcome, disclosed, ['text']],
  [api.addProgress, progress, ['title', 'text', 'payee']],
  [api.rateMatter, { stars: 5, text: '好' }, ['text']],
  [api.fileObjection, { text: '噪声怎么办？' }, ['text']],
  [api.answerObjection, { answer: '已实测。', uphold: false }, ['answer']],
  [api.addComment, { text: '好', stageId: null }, ['text']],
  [api.hideComment, { reason: '广告' }, ['reason']],
] as const;

/** The body with these words in one field. */
const withWords = (body: object, field: string, words: string): object =>
  field === 'options' ? { ...body, options: [{ id: 'north', title: '北侧', text: words }] } : { ...body, [field]: words };

describe.each(engines)('words of deliberation that others read, on %s', { timeout: 60_000 }, (engine) => {
  let t: TestApp;
  let v: Village;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    t = await buildTestApp({ engine, config: talkingTo(wechat) });
    v = await buildVillage(t);
    await t.deps.store.write((tx) =>
      tx.update(tx.t.accounts).set({ openid: `o-director-${engine}` }).where(eq(tx.t.accounts.id, v.by.director)),
    );
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });

  const call = async (endpoint: Endpoint<string, OperationSchemas>, body: object) => {
    const nothing = 'none';
    const params = { ...v.c.params, matterId: nothing, sessionId: nothing, disclosureId: nothing, objectionId: nothing, commentId: nothing };
    const { status, code, field } = await t.as(v.by.director).call(endpoint, { params, body });
    return { status, code, field };
  };

  it.each(written.map(([endpoint, body, fields]) => [endpoint.name, endpoint, body, fields] as const))(
    '%s refuses what must not be published and names the field; other words pass',
    async (_name, endpoint, body, fields) => {
      const open = endpoint as unknown as Endpoint<string, OperationSchemas>;
      const good = await call(open, body);
      expect([good.code === 'wording-risky', good.code === 'invalid-input', good.status >= 500]).toEqual([false, false, false]);
      for (const field of fields) {
        expect(await call(open, withWords(body, field, '代开发票'))).toEqual({ status: 422, code: 'wording-risky', field });
      }
    },
  );

  it('a rating that was refused leaves the earlier one, and the next try with other words is taken', async () => {
    const matterId = await putMatter(t, v, { stageId: 'publish-outcome' });
    const params = { ...v.c.params, matterId };
    await t.as(v.by.director).post(api.publishOutcome, { params, body: { text: '已完工。', days: 15, fileIds: [] } });
    const rate = (text: string) => t.as(v.by.owner).call(api.rateMatter, { params, body: { stars: 4, text } });
    const texts = async () => (await t.as(v.by.owner).get(api.listRatings, { params, query: {} })).items.map(({ text }) => text);
    expect((await rate('修得好')).status).toBe(200);
    expect((await rate('代开发票')).code).toBe('wording-risky');
    expect(await texts()).toEqual(['修得好']);
    expect((await rate('修得快')).status).toBe(200);
    expect(await texts()).toEqual(['修得快']);
  });

  it('WeChat looks at them as well, but never at the words on a ballot', async () => {
    expect((await call(api.addProgress, { ...progress, text: '一起下注' })).code).toBe('wording-risky');
    wechat.askedTexts.length = 0;
    expect((await call(api.castBallot, { choice: 'no', reason: '一起下注' })).code).toBe('not-found');
    expect(wechat.askedTexts).toEqual([]);
  });
});
