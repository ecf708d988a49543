import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WechatEvent } from '../../src/platform/engine.ts';
import { buildTestApp, type TestApp } from './test-app.ts';
import { openWechatStandIn, type WechatStandIn } from './wechat-stand-in.ts';

const token = 'standInPushToken';

describe('events that WeChat pushes', () => {
  let t: TestApp;
  let wechat: WechatStandIn;
  const heard: WechatEvent[] = [];
  let unknownFor = 0;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    const engine = {
      name: 'events',
      serve: () => {},
      wechatEvents: {
        something: async (_tx: unknown, event: WechatEvent) => {
          heard.push(event);
          return unknownFor-- <= 0;
        },
      },
    };
    t = await buildTestApp({ engine: 'sqlite', engines: [engine], config: { wechatPushToken: token } });
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });

  const sign = (timestamp: string, nonce: string, secret = token) =>
    createHash('sha1').update([secret, timestamp, nonce].sort().join('')).digest('hex');
  const seconds = () => String(Math.floor(t.time.now() / 1000));
  const verify = (query: Record<string, string>) => t.app.inject({ method: 'GET', url: '/api/wechat/events', query });

  it('begin with a question that only the holder of the token can answer', async () => {
    const signed = { timestamp: seconds(), nonce: 'n', echostr: '7700' };
    const good = await verify({ ...signed, signature: sign(signed.timestamp, 'n') });
    expect([good.statusCode, good.body]).toEqual([200, '7700']);
    for (const signature of [sign(signed.timestamp, 'n', 'another'), sign(signed.timestamp, 'm'), '', 'x'.repeat(40)]) {
      expect((await verify({ ...signed, signature })).statusCode).toBe(403);
    }
    expect((await verify({})).statusCode).toBe(403);
  });

  it('are heard when they are signed, and not with a signature that leaked long ago', async () => {
    const { url, ...rest } = wechat.makePush({ Event: 'something', FromUserName: 'o-1' }, t.time.now());
    const answer = await t.app.inject({ ...rest, url });
    expect([answer.statusCode, answer.body]).toEqual([200, 'success']);
    expect(heard.map((event) => event['FromUserName'])).toEqual(['o-1']);
    const forged = await t.app.inject({ ...rest, url: url.replace(/signature=[0-9a-f]{4}/, 'signature=0000') });
    expect(forged.statusCode).toBe(403);
    t.time.advance(16 * 60_000);
    expect((await t.app.inject({ ...rest, url })).statusCode).toBe(403);
    expect(heard).toHaveLength(1);
  });

  it.each(['{"Event":"unheard_of"}', '{"Event":"constructor"}', '{"Event":"__proto__"}', '{}', '[]', 'null', '', '<xml></xml>'])(
    'are acknowledged when they mean nothing here: %s',
    async (payload) => {
      const before = heard.length;
      const { url, method } = wechat.makePush({}, t.time.now());
      for (const type of ['application/json', 'text/xml', 'text/plain']) {
        const answer = await t.app.inject({ method, url, headers: { 'content-type': type }, payload });
        expect([answer.statusCode, answer.body]).toEqual([200, 'success']);
      }
      expect(heard.length).toBe(before);
    },
  );

  it('are looked at again a moment later when they overtake what they are about', async () => {
    heard.length = 0;
    unknownFor = 1;
    expect((await t.app.inject(wechat.makePush({ Event: 'something' }, t.time.now()))).body).toBe('success');
    expect(heard).toHaveLength(2);
  });
});
