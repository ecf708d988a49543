import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPush, signPush } from '../../src/platform/wechat/open-push.ts';
import type { WechatEvent } from '../../src/platform/engine.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

const token = 'standInPushToken';
const appId = 'wx0123456789abcdef';
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';

/** Made by OpenSSL's command line and Python, from what WeChat's documentation says. */
const vector =
  'Q3stYC6hdFzMh9T8HCvyDG4anhjpQ/4zlNJkqWhT/3JXw320KS/s6jwZq8ZCyn3PshwQYRJYI52g0xy8p5rK4/8XgUfSeXis' +
  'EDpwuHZLMhMNbekphBJevLCsCL6lhk7R6e2VVSsmcNtgVumTfAhDn6e8aU8/Gwn6R8BVr5YhIi8=';
const vectorText = '{"ToUserName":"gh_x","MsgType":"event","Event":"something","FromUserName":"o-向量"}';

interface Making {
  readonly key?: string;
  readonly appid?: string;
  /** Bytes to take the padding from. */
  readonly pad?: (length: number) => Buffer;
  readonly length?: (real: number) => number;
}

const pkcs7 = (length: number): Buffer => {
  const n = 32 - (length % 32);
  return Buffer.alloc(n, n);
};

/** Encrypts as WeChat does in safe mode. */
const encrypt = (text: string, { key = aesKey, appid = appId, pad = pkcs7, length = (real) => real }: Making = {}): string => {
  const message = Buffer.from(text);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length(message.length));
  const plain = Buffer.concat([randomBytes(16), size, message, Buffer.from(appid)]);
  const bytes = Buffer.from(`${key}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, pad(plain.length)])), cipher.final()]).toString('base64');
};

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');

describe('an encrypted push', () => {
  it('is what another implementation made', () => {
    expect(openPush(aesKey, appId, vector)).toBe(vectorText);
    expect(signPush(token, '1795233600', 'nonce', vector)).toBe('6ae01522fc65efdd0e41c0ba57ce0a0f00e10c01');
  });

  it.each([0, 1, 11, 12, 13, 31, 32, 33, 1000])('of %i bytes is read whole', (length) => {
    const text = 'x'.repeat(length);
    expect(openPush(aesKey, appId, encrypt(text))).toBe(text);
  });

  it.each<[string, string]>([
    ['of another key', encrypt('{}', { key: aesKey.replace('a', 'b') })],
    ['for another mini-program', encrypt('{}', { appid: 'wx0123456789abcdee' })],
    ['for a mini-program whose id begins alike', encrypt('{}', { appid: `${appId}0` })],
    ['with a length that leads out of it', encrypt('{}', { length: () => 4_000_000_000 })],
    ['with a length that hides its end', encrypt('{}', { length: (real) => real - 1 })],
    ['with padding that is not one', encrypt('{}', { pad: (length) => Buffer.alloc(32 - (length % 32), 33) })],
    ['with padding of nought', encrypt('{}', { pad: (length) => Buffer.alloc(32 - (length % 32), 0) })],
    ['cut short', vector.slice(0, 64)],
    ['not in blocks', Buffer.from('abc').toString('base64')],
    ['empty', ''],
    ['not base64', '%%%'],
  ])('%s opens nothing', (_what, encrypted) => {
    expect(openPush(aesKey, appId, encrypted)).toBeNull();
  });
});

describe('events in safe mode', () => {
  let t: TestApp;
  const heard: unknown[] = [];
  beforeAll(async () => {
    const something = async (_tx: unknown, event: WechatEvent) => {
      heard.push(event['FromUserName']);
      return true;
    };
    const engine = { name: 'events', serve: () => {}, wechatEvents: { something } };
    const wechat = { appId, secret: 's', baseUrl: 'http://127.0.0.1:1' };
    t = await buildTestApp({ engine: 'sqlite', engines: [engine], config: { wechat, wechatPushToken: token, wechatAesKey: aesKey } });
  });
  afterAll(() => t.close());
  beforeEach(() => {
    heard.length = 0;
  });

  const push = (encrypted: string, more: { signature?: string; body?: object } = {}) => {
    const timestamp = String(Math.floor(t.time.now() / 1000));
    const { signature = sha1(token, timestamp, 'n', encrypted), body = { ToUserName: 'gh_x', Encrypt: encrypted } } = more;
    const plain = sha1(token, timestamp, 'n');
    const query = { signature: plain, timestamp, nonce: 'n', encrypt_type: 'aes', msg_signature: signature };
    return t.app.inject({
      method: 'POST', url: '/api/wechat/events', query, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body),
    });
  };

  it('are heard when they are signed and made with the key', async () => {
    const answer = await push(encrypt('{"Event":"something","FromUserName":"o-1"}'));
    expect([answer.statusCode, answer.body]).toEqual([200, 'success']);
    expect(heard).toEqual(['o-1']);
    expect((await push(encrypt('not json'))).statusCode).toBe(200);
    expect(heard).toEqual(['o-1']);
  });

  it('are refused with a wrong signature, for another mini-program, in plain text, or as something else', async () => {
    const text = '{"Event":"something","FromUserName":"o-2"}';
    const good = encrypt(text);
    const answers = [
      await push(good, { signature: '0'.repeat(40) }),
      await push(good, { signature: '' }),
      await push(good, { body: { Encrypt: encrypt(text) } }),
      await push(encrypt(text, { appid: 'wx-another' })),
      await push(encrypt(text, { key: aesKey.replace('a', 'b') })),
      await push(good, { body: JSON.parse(text) as object }),
      await push(good, { body: { Encrypt: 7 } }),
      await push(good, { body: [] }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 403));
    expect(heard).toEqual([]);
  });

  it('are refused once their time has passed', async () => {
    const encrypted = encrypt('{"Event":"something","FromUserName":"o-3"}');
    const timestamp = String(Math.floor(t.time.now() / 1000));
    t.time.advance(16 * 60_000);
    const query = { timestamp, nonce: 'n', msg_signature: sha1(token, timestamp, 'n', encrypted) };
    const answer = await t.app.inject({ method: 'POST', url: '/api/wechat/events', query, payload: JSON.stringify({ Encrypt: encrypted }) });
    expect([answer.statusCode, heard]).toEqual([403, []]);
  });

  it('begin with the same question as in plain text', async () => {
    const timestamp = String(Math.floor(t.time.now() / 1000));
    const query = { signature: sha1(token, timestamp, 'n'), timestamp, nonce: 'n', echostr: '77' };
    const good = await t.app.inject({ method: 'GET', url: '/api/wechat/events', query });
    expect([good.statusCode, good.body]).toEqual([200, '77']);
    expect((await t.app.inject({ method: 'GET', url: '/api/wechat/events', query: { ...query, nonce: 'm' } })).statusCode).toBe(403);
  });
});
