import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlace } from './engines.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

const inline = 'document.documentElement.dataset.ready = 1';

const makeWebRoot = () => {
  const root = mkdtempSync(join(tmpdir(), 'bandeng-web-'));
  mkdirSync(join(root, 'js'));
  writeFileSync(join(root, 'index.html'), `<html><script>${inline}</script><script src="/js/app.0123abcd.js"></script></html>`);
  writeFileSync(join(root, 'js', 'app.0123abcd.js'), 'void 0');
  return root;
};

describe('the web server', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await buildTestApp({ engine: 'sqlite', engines: [], webRoot: makeWebRoot() });
  });
  afterAll(() => t.close());

  it('says that it is well', async () => {
    expect(await t.as(null).get(api.health)).toEqual({ status: 'ok', engine: 'sqlite', demo: true });
  });

  it('gives the start page for every address of the page, never kept without asking', async () => {
    for (const url of ['/', '/pages/home/index', '/deliberation/pages/matter/index?id=1']) {
      const { statusCode, body, headers } = await t.app.inject(url);
      expect([url, statusCode, body.startsWith('<html>'), headers['cache-control']]).toEqual([url, 200, true, 'no-cache']);
    }
  });

  it('lets files with a content hash be kept for ever', async () => {
    const { headers } = await t.app.inject('/js/app.0123abcd.js');
    expect(headers['cache-control']).toContain('immutable');
  });

  it('gives no page for what is missing, outside, or not read', async () => {
    for (const url of ['/api/nothing', '/js/missing.js', '/..%2f..%2fpackage.json', '/%2e%2e/secrets.json']) {
      const { statusCode, body } = await t.app.inject(url);
      expect([url, statusCode >= 400 && statusCode < 500, body.includes('<html>')]).toEqual([url, true, false]);
    }
    expect((await t.app.inject({ method: 'POST', url: '/pages/home/index' })).statusCode).toBe(404);
  });

  it('allows the scripts of the start page by their hash and no other inline script', async () => {
    const policy = String((await t.app.inject('/')).headers['content-security-policy']);
    expect(policy).toContain(`'sha256-${createHash('sha256').update(inline).digest('base64')}'`);
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain('unsafe');
  });

  it('sends security headers with every answer', async () => {
    for (const url of ['/', '/api/health', '/api/nothing']) {
      const { headers } = await t.app.inject(url);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('describes every operation in OpenAPI 3.1 and shows it', async () => {
    const { openapi, paths } = (await t.app.inject('/api/docs/json')).json<{ openapi: string; paths: Record<string, Record<string, object>> }>();
    expect(openapi).toBe('3.1.0');
    for (const { path, method, name } of Object.values(api)) {
      const operation = paths[path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(operation).toMatchObject({ operationId: name });
    }
    expect((await t.app.inject('/api/docs/')).statusCode).toBe(200);
  });

  it('counts requests by route and never by address', async () => {
    await t.app.inject('/api/communities/someone/files/13812345678');
    const { body } = await t.app.inject('/metrics');
    expect(body).toContain('route="/api/communities/:communityId/files/:fileId"');
    expect(body).not.toContain('13812345678');
    expect(body).toContain('store_commits');
  });
});

describe('the request limit', () => {
  it('stops one account and lets another and visitors through', async () => {
    const t = await buildTestApp({ engine: 'sqlite', engines: [], place: await makePlace('sqlite'), config: { requestsPerMinute: 3 } });
    const [one, two] = [await t.addAccount(), await t.addAccount()];
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 5; i++) codes.push((await t.as(one).call(api.me)).code);
    expect(codes).toEqual([undefined, undefined, undefined, 'too-many-requests', 'too-many-requests']);
    expect((await t.as(two).call(api.me)).status).toBe(200);
    expect((await t.as(null).call(api.health)).status).toBe(200);
    await t.close();
  });
});
