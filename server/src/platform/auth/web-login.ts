import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Tx } from '../store/store.ts';
import { signIn, type SignedIn } from './sign-in.ts';
import { hashSecret, makeSecret } from './tokens.ts';

const webLoginLifeMs = 3 * 60_000;

/** What the QR code says: an address of this server, which a phone camera can open too. */
const qrOf = (publicUrl: string, id: string) => `${publicUrl}/account/pages/confirm-login/index?id=${id}`;

/** Opens a sign-in that waits. The poll secret stays on the page, so that seeing the QR code is not enough to take it. */
export const startWebLogin = async (app: FastifyInstance, tx: Tx, now: number) => {
  const id = app.deps.newId();
  const pollSecret = makeSecret();
  const expiresAt = now + webLoginLifeMs;
  await tx.insert(tx.t.webLogins).values({ id, pollHash: hashSecret(pollSecret), taken: false, expiresAt });
  return { id, pollSecret, qr: qrOf(app.deps.config.publicUrl, id), expiresAt };
};

const findWaiting = async (tx: Tx, id: string, now: number) => {
  const [found] = await tx.select().from(tx.t.webLogins).where(eq(tx.t.webLogins.id, id));
  return found && !found.taken && found.expiresAt > now ? found : null;
};

/** Refusals: web-login-expired, also for one that somebody else confirmed. */
export const confirmWebLogin = async (tx: Tx, id: string, accountId: string, now: number): Promise<Result<{ done: true }>> => {
  const found = await findWaiting(tx, id, now);
  if (!found || (found.accountId !== null && found.accountId !== accountId)) return refuse('web-login-expired');
  await tx.update(tx.t.webLogins).set({ accountId }).where(eq(tx.t.webLogins.id, id));
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
