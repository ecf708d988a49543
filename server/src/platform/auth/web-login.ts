import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Account } from '../http/actor.ts';
import type { Db, Tx } from '../store/store.ts';
import { signIn, type SignedIn } from './sign-in.ts';
import { hashSecret, makeSecret } from './tokens.ts';

const webLoginLifeMs = 3 * 60_000;

/** What the QR code says: an address of this server, which a phone camera can open too. */
const qrOf = (publicUrl: string, id: string) => `${publicUrl}/account/pages/confirm-login/index?id=${id}`;

/** Four digits that both screens show: a code that was passed on by somebody else belongs to another page than one's own. */
const checkCodeOf = (pollHash: string): string =>
  String(Buffer.from(pollHash, 'base64url').readUInt32BE(0) % 10_000).padStart(4, '0');

/** Opens a sign-in that waits. The poll secret stays on the page, so that seeing the QR code is not enough to take it. */
export const startWebLogin = async (app: FastifyInstance, tx: Tx, now: number) => {
  const id = app.deps.newId();
  const pollSecret = makeSecret();
  const expiresAt = now + webLoginLifeMs;
  const pollHash = hashSecret(pollSecret);
  await tx.insert(tx.t.webLogins).values({ id, pollHash, taken: false, expiresAt });
  return { id, pollSecret, qr: qrOf(app.deps.config.publicUrl, id), code: checkCodeOf(pollHash), expiresAt };
};

const findWaiting = async (db: Db, id: string, now: number) => {
  const [found] = await db.select().from(db.t.webLogins).where(eq(db.t.webLogins.id, id));
  return found && !found.taken && found.expiresAt > now ? found : null;
};

/** A web page must not let further pages in: only a sign-in by WeChat may, and in demo mode one as a demonstration account. */
const mayConfirm = async (db: Db, { signInId }: Account, demo: boolean): Promise<boolean> => {
  const { signIns } = db.t;
  const [found] = await db.select({ channel: signIns.channel }).from(signIns).where(eq(signIns.id, signInId));
  return found?.channel === 'wechat' || (demo && found?.channel === 'demo');
};

/** A sign-in of a web page that this account may confirm now. */
const findConfirmable = async (db: Db, id: string, account: Account, demo: boolean, now: number) => {
  if (!(await mayConfirm(db, account, demo))) return refuse('wechat-only');
  const found = await findWaiting(db, id, now);
  return !found || (found.accountId !== null && found.accountId !== account.id) ? refuse('web-login-expired') : ok(found);
};

/** What the confirming screen shows. Refusals: wechat-only, web-login-expired. */
export const getWebLogin = async (db: Db, id: string, account: Account, demo: boolean, now: number) => {
  const found = await findConfirmable(db, id, account, demo, now);
  return found.ok ? ok({ code: checkCodeOf(found.value.pollHash), expiresAt: found.value.expiresAt }) : found;
};

/** Refusals: wechat-only; web-login-expired, also for one that somebody else confirmed. */
export const confirmWebLogin = async (
  tx: Tx,
  id: string,
  account: Account,
  demo: boolean,
  now: number,
): Promise<Result<{ done: true }>> => {
  const found = await findConfirmable(tx, id, account, demo, now);
  if (!found.ok) return found;
  await tx.update(tx.t.webLogins).set({ accountId: account.id }).where(eq(tx.t.webLogins.id, id));
  return ok({ done: true });
};

export interface PolledLogin {
  status: 'waiting' | 'confirmed';
  signedIn: SignedIn | null;
}

/** Hands the tokens out once, to the page that started. Refusals: web-login-expired. */
export const pollWebLogin = async (
  app: FastifyInstance,
  tx: Tx,
  id: string,
  pollSecret: string,
  now: number,
): Promise<Result<PolledLogin>> => {
  const found = await findWaiting(tx, id, now);
  if (!found || found.pollHash !== hashSecret(pollSecret)) return refuse('web-login-expired');
  if (found.accountId === null) return ok({ status: 'waiting', signedIn: null });
  await tx.update(tx.t.webLogins).set({ taken: true }).where(eq(tx.t.webLogins.id, id));
  return ok({ status: 'confirmed', signedIn: await signIn(app, tx, found.accountId, 'web', now) });
};
