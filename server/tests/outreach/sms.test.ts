import fastify, { type FastifyInstance } from 'fastify';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countReachable, countReceipts } from '../../src/outreach/reach.ts';
import { engines } from '../platform/engines.ts';
import { buildTestApp, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { buildNeighbours, talkingTo, type Neighbours } from './neighbours.ts';

const key = 'shared with the gateway';

interface Taken {
  id: string;
  phone: string;
  text: string;
}

/** A gateway as docs/operations.md describes it: checks the signature, answers by status. */
const openGateway = async () => {
  const taken: Taken[] = [];
  const troubles: (400 | 500 | 503 | 'broken')[] = [];
  let calls = 0;
  const app: FastifyInstance = fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.post<{ Body: string }>('/send', async ({ headers, body }, reply) => {
    calls += 1;
    const expected = createHmac('sha256', key).update(`${String(headers['x-bandeng-timestamp'])}.${body}`).digest('hex');
    if (headers['x-bandeng-signature'] !== expected) return reply.code(401).send({ error: 'bad signature' });
    const trouble = troubles.shift();
    if (trouble === 'broken') return void reply.raw.destroy();
    if (trouble !== undefined) return reply.code(trouble).send({ error: `trouble ${trouble}` });
    taken.push(JSON.parse(body) as Taken);
    return { messageId: `sms-${taken.length}` };
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { url: `${app.listeningOrigin}/send`, taken, troubles, calls: () => calls, close: () => app.close() };
};

describe.each(engines)('SMS on %s', (engine) => {
  let t: TestApp;
  let n: Neighbours;
  let wechat: WechatStandIn;
  let gateway: Awaited<ReturnType<typeof openGateway>>;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    gateway = await openGateway();
    t = await buildTestApp({ engine, config: { ...talkingTo(wechat), sms: { url: gateway.url, key } } });
  });
  afterAll(async () => {
    await t.close();
    await Promise.all([wechat.close(), gateway.close()]);
  });
  beforeEach(async () => {
    gateway.taken.length = 0;
    n = await buildNeighbours(t, wechat);
  });
  const states = async () => (await n.rows()).map(({ channel, status, receipt }) => `${channel} ${status} ${receipt}`);

  it('goes to those whom WeChat does not reach, to the number they proved, else to the registered one', async () => {
    const wired = await n.settle('王工', { consents: 1, phone: '19900000001' });
    const registered = await n.settle('李春梅', { account: false, phone: '19900000002' });
    const proved = await n.settle('赵明', { phone: '19900000003', proved: '19900000004' });
    const unknown = await n.settle('孙丽');
    const people = [wired, registered, proved, unknown];
    const ids = people.map(({ resident }) => resident);
    expect(await t.deps.store.read((db) => countReachable(db, t.deps, n.c.communityId, ids, 'notice'))).toEqual({ wechat: 1, sms: 2 });
    expect(await n.reach(people)).toEqual({ wechat: 1, sms: 2 });
    await n.send();
    expect(gateway.taken.map(({ phone }) => phone).sort()).toEqual(['19900000002', '19900000004']);
    expect(gateway.taken[0]?.text).toBe('【枫林社区】停水通知，3栋，2026年11月21日 12:00，请提前储水。详见小程序。');
    const counts = await t.deps.store.read((db) => countReceipts(db, n.c.communityId, 'notice', 'n1'));
    expect(counts).toEqual({ wechat: { waiting: 0, sent: 1, failed: 0 }, sms: { waiting: 0, sent: 2, failed: 0 } });
  });

  it('carries notices and emergencies only', async () => {
    const who = await n.settle('王工', { wechat: false, phone: '19900000001' });
    for (const category of ['vote', 'reply', 'mention'] as const) expect(await n.reach([who], { category })).toEqual({ wechat: 0, sms: 0 });
    expect(await n.reach([who], { category: 'urgent' })).toEqual({ wechat: 0, sms: 1 });
    await n.send();
    expect(gateway.taken).toHaveLength(1);
  });

  it('is tried again while the gateway is busy, under the same id, and not when nobody knows whether it was taken', async () => {
    const who = await n.settle('王工', { wechat: false, phone: '19900000001' });
    await n.reach([who]);
    gateway.troubles.push(503);
    await n.send();
    expect(await states()).toEqual(['sms waiting trouble 503']);
    t.time.advance(60_000);
    await n.send();
    expect(await states()).toEqual(['sms sent sms-1']);
    expect(gateway.taken.map(({ id }) => id)).toEqual((await n.rows()).map(({ id }) => id));
    const calls = gateway.calls();
    for (const [trouble, state] of [[400, 'sms failed trouble 400'], [500, 'sms unknown trouble 500'], ['broken', 'sms unknown unanswered']] as const) {
      // Rows of one moment stand in no order.
      t.time.advance(1000);
      await n.reach([who]);
      gateway.troubles.push(trouble);
      await n.send();
      expect((await states()).at(-1)).toBe(state);
    }
    t.time.advance(3 * 3_600_000);
    await n.send();
    expect(gateway.calls() - calls).toBe(3);
  });
});
