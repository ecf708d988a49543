import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { platformPolicy as policy } from '@bandeng/shared/platform/policy.ts';
import { platformSchemas as schemas } from '@bandeng/shared/platform/schemas.ts';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { serveCommand, serveQuery, type Input } from '../http/serve.ts';
import type { WechatIdentity } from '../wechat/client.ts';
import { deleteAccount } from './delete-account.ts';
import { presentMe } from './me.ts';
import { checkVersion, recordConsent } from './privacy-consent.ts';
import { revokeSignIn, rotate } from './refresh.ts';
import { signIn } from './sign-in.ts';
import { confirmWebLogin, getWebLogin, pollWebLogin, startWebLogin } from './web-login.ts';
import { signInByWechat } from './wechat-login.ts';

export const serveAuth = (app: FastifyInstance) => {
  const { wechat, config } = app.deps;
  // Replies that hold tokens are never kept as the outcome of a command.
  const secret = { unlinkable: true } as const;

  const unavailable = refuse('service-unavailable');
  const identify = async ({ body }: Input<typeof api.wechatLogin>): Promise<Result<WechatIdentity>> =>
    wechat ? wechat.identify(body.code) : unavailable;
  // The number is not even asked for under a text that the person has not read.
  const readPhone = async ({ body }: Input<typeof api.bindPhone>): Promise<Result<string>> => {
    const current = checkVersion(body.consent, 'consent');
    if (!current.ok) return current;
    return wechat ? wechat.readPhone(body.code) : unavailable;
  };

  serveQuery(app, api.me, schemas.me, policy.me, async ({ db, account, deps, now }) => ok(await presentMe(deps, db, account.id, now)));

  serveCommand(app, api.consentToPrivacy, schemas.consentToPrivacy, policy.consentToPrivacy, async ({ tx, account, body, deps, now }) => {
    const current = checkVersion(body.version, 'version');
    if (!current.ok) return current;
    await recordConsent(tx, account.id, 'processing', now);
    return ok(await presentMe(deps, tx, account.id, now));
  });

  // Whoever was forgotten is signed out: no outcome is kept, for a retry could not read it.
  serveCommand(
    app,
    api.deleteAccount,
    schemas.deleteAccount,
    policy.deleteAccount,
    ({ tx, account, deps, now }) => deleteAccount(deps, tx, account.id, now),
    { unlinkable: true },
  );

  serveCommand(
    app,
    api.wechatLogin,
    schemas.wechatLogin,
    policy.wechatLogin,
    ({ tx, body, before, now }) => signInByWechat(app, tx, before, body.consent, now),
    { ...secret, before: identify },
  );
  serveCommand(
    app,
    api.bindPhone,
    schemas.bindPhone,
    policy.bindPhone,
    async ({ tx, account, before: phone, deps, now }) => {
      await recordConsent(tx, account.id, 'phone', now);
      await tx.update(tx.t.accounts).set({ phone }).where(eq(tx.t.accounts.id, account.id));
      await deps.members.onPhoneBound(tx, account.id, phone, now);
      return ok(await presentMe(deps, tx, account.id, now));
    },
    { before: readPhone },
  );

  serveQuery(app, api.demoAccounts, schemas.demoAccounts, policy.demoAccounts, async ({ db }) => {
    if (!config.demo) return refuse('demo-off');
    const { accounts } = db.t;
    const found = await db
      .select({ id: accounts.id, name: accounts.name, role: accounts.demo })
      .from(accounts)
      .where(isNotNull(accounts.demo))
      .orderBy(accounts.id);
    return ok({ items: found.map(({ id, name, role }) => ({ id, name, role: role ?? '' })) });
  });
  serveCommand(
    app,
    api.demoLogin,
    schemas.demoLogin,
    policy.demoLogin,
    async ({ tx, body, now }) => {
      if (!config.demo) return refuse('demo-off');
      const { accounts } = tx.t;
      const [found] = await tx
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(eq(accounts.id, body.id), isNotNull(accounts.demo)));
      return found ? ok(await signIn(app, tx, found.id, 'demo', now)) : refuse('not-found');
    },
    secret,
  );

  serveCommand(
    app,
    api.refresh,
    schemas.refresh,
    policy.refresh,
    ({ tx, body, commandId, now }) => rotate(app, tx, body.refreshToken, commandId, now),
    secret,
  );
  serveCommand(
    app,
    api.logout,
    schemas.logout,
    policy.logout,
    async ({ tx, account, now }) => {
      await revokeSignIn(tx, account.signInId, 'logout', now);
      return ok({ done: true as const });
    },
    secret,
  );

  serveCommand(app, api.startWebLogin, schemas.startWebLogin, policy.startWebLogin, async ({ tx, now }) => ok(await startWebLogin(app, tx, now)), secret);
  serveQuery(app, api.getWebLogin, schemas.getWebLogin, policy.getWebLogin, ({ db, params, account, now }) =>
    getWebLogin(db, params.webLoginId, account, config.demo, now),
  );
  serveCommand(
    app,
    api.pollWebLogin,
    schemas.pollWebLogin,
    policy.pollWebLogin,
    ({ tx, params, body, now }) => pollWebLogin(app, tx, params.webLoginId, body.pollSecret, now),
    { ...secret, lock: ({ webLoginId }) => `web-login:${webLoginId}` },
  );
  serveCommand(
    app,
    api.confirmWebLogin,
    schemas.confirmWebLogin,
    policy.confirmWebLogin,
    ({ tx, params, account, now }) => confirmWebLogin(tx, params.webLoginId, account, config.demo, now),
    { lock: ({ webLoginId }) => `web-login:${webLoginId}` },
  );
};
