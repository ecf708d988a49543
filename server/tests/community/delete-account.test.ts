import { communityApi as api } from '@bandeng/shared/community/api.ts';
import { platformApi } from '@bandeng/shared/platform/api.ts';
import { privacyVersion } from '@bandeng/shared/platform/privacy-consent.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engines } from '../platform/engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { openWechatStandIn, type WechatStandIn } from '../platform/wechat-stand-in.ts';
import { addPhoneAccount, buildHouses, foundTestCommunity, settle, type TestCommunity, type TestHouses } from './found.ts';

describe.each(engines)('deleting an account on %s', (engine) => {
  let t: TestApp;
  let wechat: WechatStandIn;
  let c: TestCommunity;
  let houses: TestHouses;
  beforeAll(async () => {
    wechat = await openWechatStandIn();
    const { appId, secret, baseUrl } = wechat;
    t = await buildTestApp({ engine, config: { wechat: { appId, secret, baseUrl } } });
  });
  afterAll(async () => {
    await t.close();
    await wechat.close();
  });
  beforeEach(async () => {
    c = await foundTestCommunity(t);
    houses = await buildHouses(t, c, ['3-2-101', '3-2-102']);
  });

  const dwelling = (label: string) => houses.dwellings[label] as string;
  const body = { confirm: 'delete-my-account' as const };
  const forget = (account: string) => t.as(account).call(platformApi.deleteAccount, { body });
  const accountRow = async (id: string) => {
    const [row] = await t.deps.store.read((db) => db.select().from(db.t.accounts).where(eq(db.t.accounts.id, id)));
    return row;
  };

  it('signs every device out, forgets who it was, and leaves the register as it is', async () => {
    const code = () => ({ body: { code: wechat.makeLoginCode('o-leaving'), consent: privacyVersion } });
    const phone = wechat.makePhoneCode('19900000091');
    const first = await t.as(null).post(platformApi.wechatLogin, code());
    const second = await t.as(null).post(platformApi.wechatLogin, code());
    const resident = await settle(t, c, dwelling('3-2-101'), { name: '王工', phone: '19900000091' });
    await t.as(first.accountId).post(platformApi.bindPhone, { body: { code: phone, consent: privacyVersion } });
    await t.as(first.accountId).post(api.setMyAlias, { params: c.params, body: { alias: '老王' } });
    const claim = { dwellingId: dwelling('3-2-102'), name: '王大宝', kind: 'tenant' as const, note: '刚搬来' };
    const claimed = await t.as(first.accountId).post(api.createClaim, { params: c.params, body: claim });

    expect((await forget(first.accountId)).status).toBe(200);

    const send = (token: string) =>
      t.app.inject({ url: platformApi.me.path, headers: { authorization: `Bearer ${token}` } });
    for (const { accessToken, refreshToken } of [first, second]) {
      expect((await send(accessToken)).json()).toMatchObject({ error: { code: 'token-revoked' } });
      expect(await t.as(null).refused(platformApi.refresh, { body: { refreshToken } })).toBe('token-revoked');
    }
    expect(await accountRow(first.accountId)).toMatchObject({ openid: null, unionid: null, phone: null, name: '' });
    const kept = await t.deps.store.read((db) =>
      db.select().from(db.t.commands).where(eq(db.t.commands.actorId, first.accountId)),
    );
    expect(kept).toEqual([]);

    const params = { ...c.params, dwellingId: dwelling('3-2-101') };
    const { tenures } = await t.as(c.admin).get(api.getDwelling, { params });
    expect(tenures).toMatchObject([{ residentId: resident, name: '王工', until: null, bound: false }]);
    const [row] = await t.deps.store.read((db) =>
      db.select().from(db.t.residents).where(eq(db.t.residents.id, resident)),
    );
    expect(row).toMatchObject({ accountId: null, alias: '', name: '王工' });
    const { items } = await t.as(c.admin).get(api.listClaims, { params: c.params, query: {} });
    expect(items).toMatchObject([{ id: claimed.id, status: 'withdrawn', name: '', phone: null, note: '' }]);
    const decide = { params: { ...c.params, claimId: claimed.id }, body: { accept: true, reason: '' } };
    expect(await t.as(c.admin).refused(api.decideClaim, decide)).toBe('claim-decided');

    const again = await t.as(null).post(platformApi.wechatLogin, code());
    expect(again.accountId).not.toBe(first.accountId);
    expect((await t.as(again.accountId).get(platformApi.me)).communities).toEqual([]);
  });

  it('asks to be meant, and takes a code of a web page that waits with it', async () => {
    const account = await addPhoneAccount(t, '19900000092');
    const wrong = { body: { confirm: 'yes' as 'delete-my-account' } };
    expect(await t.as(account).refused(platformApi.deleteAccount, wrong)).toBe('bad-request');
    const started = await t.as(null).post(platformApi.startWebLogin);
    const params = { webLoginId: started.id };
    await t.as(account).post(platformApi.confirmWebLogin, { params });
    await forget(account);
    const poll = { params, body: { pollSecret: started.pollSecret } };
    expect(await t.as(null).refused(platformApi.pollWebLogin, poll)).toBe('web-login-expired');
  });

  it('is refused to the last administrator who can sign in, and then changes nothing', async () => {
    const residentId = await settle(t, c, dwelling('3-2-101'), { name: '副手' });
    const duty = { kind: 'administrator' as const, residentId, from: '2026-01-01' };
    await t.as(c.admin).post(api.grantDuty, { params: c.params, body: duty });
    // The deputy has no account yet: nobody could administer the community.
    expect((await forget(c.admin)).code).toBe('last-administrator');
    expect((await t.as(c.admin).get(platformApi.me)).communities).toHaveLength(1);
    expect((await accountRow(c.admin))?.name).toBe('管理员');

    const deputy = await t.addAccount();
    await t.deps.store.write(async (tx) => {
      await tx.update(tx.t.residents).set({ accountId: deputy }).where(eq(tx.t.residents.id, residentId));
    });
    expect((await forget(c.admin)).status).toBe(200);
    expect((await forget(deputy)).code).toBe('last-administrator');
  });

  it('is refused to accounts that a demonstration shares', async () => {
    const account = await t.addAccount({ name: '李代表', demo: makeCommandId() });
    expect((await forget(account)).code).toBe('demo-account');
  });
});
