import { communityApi } from '@bandeng/shared/community/api.ts';
import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { privacyVersion as consent } from '@bandeng/shared/platform/privacy-consent.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundTestCommunity } from '../community/found.ts';
import { engines } from './engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from './test-app.ts';
import { openWechatStandIn, type WechatStandIn } from './wechat-stand-in.ts';

describe.each(engines)('consent to the use of personal data on %s', (engine) => {
  let t: TestApp;
  let wechat: WechatStandIn;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    const { appId, secret, baseUrl } = wechat;
    t = await buildTestApp({ engine, config: { wechat: { appId, secret, baseUrl } } });
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });

  const login = (openid: string, given?: number) =>
    t.as(null).call(api.wechatLogin, {
      body: { code: wechat.makeLoginCode(openid), ...(given === undefined ? {} : { consent: given }) },
    });
  const accountsOf = (openid: string) =>
    t.deps.store.read((db) => db.select({ id: db.t.accounts.id }).from(db.t.accounts).where(eq(db.t.accounts.openid, openid)));
  const consentsOf = (accountId: string) =>
    t.deps.store.read((db) => db.select().from(db.t.privacyConsents).where(eq(db.t.privacyConsents.accountId, accountId)));
  /** As if the text had changed since the person agreed. */
  const outdate = (accountId: string) =>
    t.deps.store.write(async (tx) => {
      await tx.update(tx.t.accounts).set({ privacyVersion: consent - 1 }).where(eq(tx.t.accounts.id, accountId));
      await tx.update(tx.t.privacyConsents).set({ version: consent - 1 }).where(eq(tx.t.privacyConsents.accountId, accountId));
    });

  it('makes no account of whoever has not agreed, and stores nothing', async () => {
    expect((await login('o-silent')).code).toBe('privacy-consent-needed');
    expect(await accountsOf('o-silent')).toEqual([]);
    expect((await login('o-silent', consent + 1)).code).toBe('privacy-consent-outdated');
    expect(await accountsOf('o-silent')).toEqual([]);
  });

  it('records version and time once, and does not ask again', async () => {
    const at = t.time.now();
    const { value: first } = await login('o-agreeing', consent);
    t.time.advance(60_000);
    expect((await login('o-agreeing')).status).toBe(200);
    expect((await login('o-agreeing', consent)).status).toBe(200);
    expect((await t.as(first.accountId).get(api.me)).privacy).toEqual({ version: consent, agreed: consent, agreedAt: at, phoneAgreedAt: null });
    expect(await consentsOf(first.accountId)).toEqual([
      { accountId: first.accountId, kind: 'processing', version: consent, at, withdrawnAt: null },
    ]);
  });

  it('asks again for a new text: until then one may read, agree, export, leave, and nothing else', async () => {
    const { value: known } = await login('o-known', consent);
    const c = await foundTestCommunity(t);
    const member = t.as(c.admin);
    await outdate(c.admin);
    await outdate(known.accountId);
    expect((await login('o-known')).code).toBe('privacy-consent-needed');
    expect(await member.refused(communityApi.getMyPlace, { params: c.params })).toBe('privacy-consent-needed');
    expect(await member.refused(communityApi.setMyAlias, { params: c.params, body: { alias: '老王' } })).toBe('privacy-consent-needed');
    expect((await member.get(communityApi.exportMine, { params: c.params })).data['consents']).toMatchObject([{ kind: 'processing' }]);
    expect((await member.get(api.me)).privacy).toMatchObject({ version: consent, agreed: consent - 1 });
    expect(await member.refused(api.consentToPrivacy, { body: { version: consent - 1 } })).toBe('privacy-consent-outdated');

    t.time.advance(60_000);
    const me = await member.post(api.consentToPrivacy, { body: { version: consent } });
    expect(me.privacy).toMatchObject({ agreed: consent, agreedAt: t.time.now() });
    expect((await member.call(communityApi.getMyPlace, { params: c.params })).status).toBe(200);
    const kept = await consentsOf(c.admin);
    expect(kept.map(({ version }) => version).sort()).toEqual([consent - 1, consent]);
    expect((await login('o-known', consent)).value.accountId).toBe(known.accountId);
  });

  it('lets no other page in by somebody who has not agreed to the new text', async () => {
    const { value: phone } = await login('o-phone', consent);
    await outdate(phone.accountId);
    const { id } = await t.as(null).post(api.startWebLogin);
    const send = (path: string) =>
      t.app.inject({
        method: 'POST',
        url: path.replace(':webLoginId', id),
        headers: { authorization: `Bearer ${phone.accessToken}`, 'idempotency-key': makeCommandId() },
      });
    expect((await send(api.confirmWebLogin.path)).json()).toMatchObject({ error: { code: 'privacy-consent-needed' } });
  });

  it('takes the phone number only under a consent of its own, and asks WeChat for nothing before', async () => {
    const { value: person } = await login('o-number', consent);
    const code = wechat.makePhoneCode('19900000077');
    const bind = (given: number) => t.as(person.accountId).call(api.bindPhone, { body: { code, consent: given } });
    expect((await bind(consent + 1)).code).toBe('privacy-consent-outdated');
    expect((await t.as(person.accountId).get(api.me)).phone).toBeNull();
    t.time.advance(1000);
    expect((await bind(consent)).value.privacy.phoneAgreedAt).toBe(t.time.now());
    expect((await consentsOf(person.accountId)).map(({ kind }) => kind).sort()).toEqual(['phone', 'processing']);
  });

  it('is withdrawn by leaving, and stays provable', async () => {
    const { value: leaver } = await login('o-leaver', consent);
    t.time.advance(1000);
    await t.as(leaver.accountId).post(api.deleteAccount, { body: { confirm: 'delete-my-account' } });
    expect(await consentsOf(leaver.accountId)).toMatchObject([{ kind: 'processing', withdrawnAt: t.time.now() }]);
    expect((await login('o-leaver')).code).toBe('privacy-consent-needed');
  });
});
