import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { privacyVersion } from '@bandeng/shared/platform/privacy-consent.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/platform/engine.ts';
import { engines } from './engines.ts';
import { buildTestApp, makeCommandId, testSecret, type TestApp } from './test-app.ts';
import { openWechatStandIn, type WechatStandIn } from './wechat-stand-in.ts';

const bound: [string, string][] = [];
const members: Engine = {
  name: 'members',
  serve: () => {},
  members: {
    loadMember: async () => null,
    listMemberships: async (_db, accountId) =>
      bound.some(([id]) => id === accountId)
        ? [{ communityId: 'c', communityName: '五里水乡', residentId: 'r', name: '王工', roles: ['resident', 'owner'] }]
        : [],
    onPhoneBound: async (_tx, accountId, phone) => void bound.push([accountId, phone]),
    onAccountDeleted: async () => ({ ok: true, value: { done: true } }),
  },
};

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe.each(engines)('sign-in on %s', (engine) => {
  let t: TestApp;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    const { appId, secret, baseUrl } = wechat;
    t = await buildTestApp({ engine, engines: [members], config: { wechat: { appId, secret, baseUrl } } });
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });

  const signIn = (openid = makeCommandId()) => t.as(null).post(api.wechatLogin, { body: { code: wechat.makeLoginCode(openid), consent: privacyVersion } });
  const send = async (token: string, endpoint: { method: string; path: string } = api.me) => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': makeCommandId() };
    const response = await t.app.inject({ method: endpoint.method as 'GET', url: endpoint.path, headers });
    return response.json<{ error?: { code: string }; id?: string }>();
  };
  const codeOf = async (token: string) => (await send(token)).error?.code;
  const refresh = (refreshToken: string, commandId = makeCommandId()) => t.as(null).call(api.refresh, { body: { refreshToken }, commandId });

  describe('by WeChat', () => {
    it('makes an account the first time and finds it the next', async () => {
      const first = await signIn('o-1');
      const second = await signIn('o-1');
      expect(second.accountId).toBe(first.accountId);
      expect(await send(first.accessToken)).toMatchObject({ id: first.accountId, name: '', phone: null, communities: [] });
    });

    it('makes one account of simultaneous first sign-ins', async () => {
      const found = await Promise.all(Array.from({ length: 8 }, () => signIn('o-many')));
      expect(new Set(found.map(({ accountId }) => accountId)).size).toBe(1);
    });

    it('refuses a code that is unknown or used, and says when WeChat is down', async () => {
      const code = wechat.makeLoginCode('o-2');
      await t.as(null).post(api.wechatLogin, { body: { code, consent: privacyVersion } });
      expect(await t.as(null).refused(api.wechatLogin, { body: { code, consent: privacyVersion } })).toBe('wechat-code-invalid');
      expect(await t.as(null).refused(api.wechatLogin, { body: { code: 'unknown', consent: privacyVersion } })).toBe('wechat-code-invalid');
      wechat.fail(-1);
      expect(await t.as(null).refused(api.wechatLogin, { body: { code: wechat.makeLoginCode('o-2'), consent: privacyVersion } })).toBe('service-unavailable');
      wechat.fail(null);
    });

    it('reads the phone number, masks it, and tells the register once', async () => {
      const { accountId } = await signIn();
      const body = { code: wechat.makePhoneCode('13812345678'), consent: privacyVersion };
      const commandId = makeCommandId();
      const me = await t.as(accountId).post(api.bindPhone, { body, commandId });
      expect(me).toMatchObject({ phone: '138****5678', communities: [{ communityName: '五里水乡', roles: ['resident', 'owner'] }] });
      expect(await t.as(accountId).post(api.bindPhone, { body, commandId })).toEqual(me);
      expect(bound.filter(([id]) => id === accountId)).toEqual([[accountId, '13812345678']]);
    });

    it('keeps the access token of the API, and fetches a new one when WeChat no longer takes it', async () => {
      const { accountId } = await signIn();
      const bind = () => t.as(accountId).call(api.bindPhone, { body: { code: wechat.makePhoneCode('13900000000'), consent: privacyVersion } });
      await bind();
      const before = wechat.tokensGiven();
      await bind();
      expect(wechat.tokensGiven()).toBe(before);
      wechat.revokeTokens();
      expect((await bind()).status).toBe(200);
      expect(wechat.tokensGiven()).toBe(before + 1);
    });

    it('takes no foreign number', async () => {
      const { accountId } = await signIn();
      const body = { code: wechat.makePhoneCode('5551234567', '1'), consent: privacyVersion };
      expect(await t.as(accountId).refused(api.bindPhone, { body })).toBe('service-unavailable');
    });
  });

  describe('tokens', () => {
    it('expire after two hours and are renewed by the refresh token', async () => {
      const first = await signIn();
      t.time.advance(2 * 3_600_000 - 1000);
      expect(await codeOf(first.accessToken)).toBeUndefined();
      t.time.advance(1000);
      expect(await codeOf(first.accessToken)).toBe('token-expired');
      const { value } = await refresh(first.refreshToken);
      expect(await codeOf(value.accessToken)).toBeUndefined();
    });

    it('revoke the whole sign-in when a refresh token comes a second time', async () => {
      const first = await signIn();
      const { value: second } = await refresh(first.refreshToken);
      expect((await refresh(first.refreshToken)).code).toBe('token-revoked');
      expect((await refresh(second.refreshToken)).code).toBe('token-revoked');
      expect(await codeOf(second.accessToken)).toBe('token-revoked');
    });

    it('survive a lost reply: the same command rotates again for a minute', async () => {
      const first = await signIn();
      const commandId = makeCommandId();
      await refresh(first.refreshToken, commandId);
      const { status, value } = await refresh(first.refreshToken, commandId);
      expect([status, await codeOf(value.accessToken)]).toEqual([200, undefined]);
      t.time.advance(60_001);
      expect((await refresh(first.refreshToken, commandId)).code).toBe('token-revoked');
    });

    it('let one of two simultaneous rotations win and revoke the sign-in', async () => {
      const first = await signIn();
      const answers = await Promise.all([refresh(first.refreshToken), refresh(first.refreshToken)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    });

    it('end after thirty days without use', async () => {
      const first = await signIn();
      t.time.advance(30 * 86_400_000);
      expect((await refresh(first.refreshToken)).code).toBe('token-expired');
    });

    it('stop at once on signing out, on this device alone', async () => {
      const here = await signIn('o-devices');
      const there = await signIn('o-devices');
      expect(await send(here.accessToken, api.logout)).toEqual({ done: true });
      expect(await codeOf(here.accessToken)).toBe('token-revoked');
      expect((await refresh(here.refreshToken)).code).toBe('token-revoked');
      expect(await codeOf(there.accessToken)).toBeUndefined();
    });

    it('are refused with another signature, algorithm, issuer or audience', async () => {
      const { accessToken, accountId } = await signIn();
      const [head = '', body = '', signature = ''] = accessToken.split('.');
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { sub: string };
      const forged = [
        `${head}.${base64({ ...claims, sub: 'somebody' })}.${signature}`,
        `${base64({ alg: 'none', typ: 'JWT' })}.${body}.`,
        t.app.jwt.sign(claims, { key: 'another secret that is long enough, too' }),
        t.app.jwt.sign(claims, { algorithm: 'HS512', key: testSecret }),
        t.app.jwt.sign({ sub: accountId }, { iss: 'somebody', aud: 'bandeng-app', key: testSecret }),
        t.app.jwt.sign({ sub: accountId }, { iss: 'bandeng', aud: 'elsewhere', key: testSecret }),
        'x',
      ];
      for (const token of forged) expect(await codeOf(token)).toBe('not-signed-in');
    });

    it('are kept as hashes only', async () => {
      const { refreshToken } = await signIn();
      const rows = await t.deps.store.read((db) => db.select().from(db.t.refreshTokens));
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(refreshToken);
    });
  });

  describe('of a web page', () => {
    it('waits for the mini-program, then hands the tokens out once', async () => {
      const { accountId } = await signIn();
      const started = await t.as(null).post(api.startWebLogin);
      const params = { webLoginId: started.id };
      const poll = () => t.as(null).call(api.pollWebLogin, { params, body: { pollSecret: started.pollSecret } });
      expect((await poll()).value).toEqual({ status: 'waiting', signedIn: null });
      await t.as(accountId).post(api.confirmWebLogin, { params });
      const { value } = await poll();
      expect(value.signedIn?.accountId).toBe(accountId);
      expect((await poll()).code).toBe('web-login-expired');
      expect(started.qr).toContain(started.id);
    });

    it('shows the same four digits on both screens, for comparing, and others for another page', async () => {
      const { accountId } = await signIn();
      const started = await Promise.all(Array.from({ length: 4 }, () => t.as(null).post(api.startWebLogin)));
      expect(started.every(({ code }) => /^\d{4}$/.test(code))).toBe(true);
      expect(new Set(started.map(({ code }) => code)).size).toBeGreaterThan(1);
      for (const { id, code, expiresAt } of started)
        expect(await t.as(accountId).get(api.getWebLogin, { params: { webLoginId: id } })).toEqual({ code, expiresAt });
      expect(await t.as(accountId).refused(api.getWebLogin, { params: { webLoginId: 'unknown' } })).toBe('web-login-expired');
      expect(await t.as(null).refused(api.getWebLogin, { params: { webLoginId: started[0]?.id ?? '' } })).toBe('not-signed-in');
    });

    it('is let in by a sign-in by WeChat alone, never by another web page', async () => {
      const { accessToken } = await signIn();
      const letIn = async (token: string) => {
        const started = await t.as(null).post(api.startWebLogin);
        const path = `${api.startWebLogin.path}/${started.id}`;
        const looked = (await send(token, { method: 'GET', path })).error?.code;
        const confirmed = (await send(token, { method: 'POST', path: `${path}/confirm` })).error?.code;
        const poll = { params: { webLoginId: started.id }, body: { pollSecret: started.pollSecret } };
        return { looked, confirmed, page: (await t.as(null).post(api.pollWebLogin, poll)).signedIn };
      };
      const first = await letIn(accessToken);
      expect([first.looked, first.confirmed]).toEqual([undefined, undefined]);
      const second = await letIn(first.page?.accessToken ?? '');
      expect(second).toEqual({ looked: 'wechat-only', confirmed: 'wechat-only', page: null });
    });

    it('gives nothing to who only saw the code, after three minutes, or when another person confirms', async () => {
      const [mine, other] = [await signIn(), await signIn()];
      const started = await t.as(null).post(api.startWebLogin);
      const params = { webLoginId: started.id };
      await t.as(mine.accountId).post(api.confirmWebLogin, { params });
      const guess = { pollSecret: 'a-guess-that-is-long-enough' };
      expect(await t.as(null).refused(api.pollWebLogin, { params, body: guess })).toBe('web-login-expired');
      expect(await t.as(other.accountId).refused(api.confirmWebLogin, { params })).toBe('web-login-expired');
      t.time.advance(3 * 60_000);
      expect(await t.as(null).refused(api.pollWebLogin, { params, body: { pollSecret: started.pollSecret } })).toBe('web-login-expired');
    });
  });

  describe('as a demonstration account', () => {
    it('needs no password in demo mode', async () => {
      await t.addAccount({ id: `demo-${engine}`, name: '李代表', demo: 'representative' });
      expect((await t.as(null).get(api.demoAccounts)).items).toEqual([{ id: `demo-${engine}`, name: '李代表', role: 'representative' }]);
      const { accountId } = await t.as(null).post(api.demoLogin, { body: { id: `demo-${engine}` } });
      expect(accountId).toBe(`demo-${engine}`);
    });

    it('opens no other account', async () => {
      const { accountId } = await signIn();
      expect(await t.as(null).refused(api.demoLogin, { body: { id: accountId } })).toBe('not-found');
    });

    it('is signed out on the same data once demo mode is off, and nobody else is', async () => {
      const demo = await t.as(null).post(api.demoLogin, { body: { id: `demo-${engine}` } });
      const person = await signIn();
      const closed = await buildTestApp({ engine, place: t.place, time: t.time, engines: [], config: { demo: false } });
      const meOf = async (token: string) => {
        const headers = { authorization: `Bearer ${token}` };
        const answer = await closed.app.inject({ method: 'GET', url: api.me.path, headers });
        return answer.json<{ error?: { code: string } }>().error?.code;
      };
      const renewed = (refreshToken: string) => closed.as(null).call(api.refresh, { body: { refreshToken } });
      expect(await codeOf(demo.accessToken)).toBeUndefined();
      expect(await meOf(demo.accessToken)).toBe('token-revoked');
      expect((await renewed(demo.refreshToken)).code).toBe('token-revoked');
      expect((await renewed(person.refreshToken)).status).toBe(200);
      await closed.close();
    });

    it('is closed when demo mode is off', async () => {
      const closed = await buildTestApp({ engine, place: t.place, engines: [], config: { demo: false } });
      expect(await closed.as(null).refused(api.demoAccounts)).toBe('demo-off');
      expect(await closed.as(null).refused(api.demoLogin, { body: { id: `demo-${engine}` } })).toBe('demo-off');
      expect(await closed.as(null).refused(api.wechatLogin, { body: { code: 'x' } })).toBe('service-unavailable');
      await closed.close();
    });
  });
});
