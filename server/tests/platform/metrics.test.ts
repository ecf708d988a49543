import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlace } from './engines.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

const token = 'a token for scrapers';

describe('/metrics', () => {
  let open: TestApp;
  let closed: TestApp;
  beforeAll(async () => {
    open = await buildTestApp({ engine: 'sqlite', engines: [], place: await makePlace('sqlite') });
    closed = await buildTestApp({ engine: 'sqlite', engines: [], place: await makePlace('sqlite'), config: { metricsToken: token } });
  });
  afterAll(async () => {
    await open.close();
    await closed.close();
  });

  const ask = async ({ app }: TestApp, from: string, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ url: '/metrics', remoteAddress: from, headers });
    return answer.statusCode === 200 ? 'served' : answer.json<{ error: { code: string } }>().error.code;
  };

  it.each([
    ['127.0.0.1', 'served'],
    ['::1', 'served'],
    ['::ffff:127.0.0.1', 'served'],
    ['10.0.0.7', 'not-allowed'],
    ['::ffff:10.0.0.7', 'not-allowed'],
    ['127.0.0.1.example', 'not-allowed'],
  ])('without a token answers %s with %s', async (from, said) => {
    expect(await ask(open, from)).toBe(said);
  });

  it('does not take what a proxy on the same machine passes on for its own', async () => {
    expect(await ask(open, '127.0.0.1', { 'x-forwarded-for': '10.0.0.7' })).toBe('not-allowed');
    expect(await ask(open, '127.0.0.1', { forwarded: 'for=10.0.0.7' })).toBe('not-allowed');
  });

  it('with a token answers whoever shows it, and nobody else', async () => {
    expect(await ask(closed, '10.0.0.7', { authorization: `Bearer ${token}` })).toBe('served');
    expect(await ask(closed, '127.0.0.1')).toBe('not-signed-in');
    for (const authorization of ['', token, `Basic ${token}`, `Bearer ${token}s`, 'Bearer another token']) {
      expect(await ask(closed, '127.0.0.1', { authorization })).toBe('not-signed-in');
    }
  });

  it('does not take the token of a person', async () => {
    const account = await closed.addAccount();
    const authorization = `Bearer ${await closed.tokenOf(account)}`;
    expect(await ask(closed, '127.0.0.1', { authorization })).toBe('not-signed-in');
  });
});
