import type { Refusal } from '@bandeng/shared/kernel/refusal.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { refuseKeeping, type CommandResult } from '../http/run-command.ts';
import type { Tx } from '../store/store.ts';
import { issueTokens, refreshTokenLifeMs, type SignedIn } from './sign-in.ts';
import { hashSecret } from './tokens.ts';

/** A reply can get lost: the same command may rotate the same token again this soon. */
const retryMs = 60_000;

const revoked: Refusal = { code: 'token-revoked' };

/** Ends a sign-in: its access tokens stop at once, its refresh tokens for good. */
export const revokeSignIn = async (tx: Tx, signInId: string, why: 'logout' | 'reuse', now: number): Promise<void> => {
  const { signIns } = tx.t;
  await tx
    .update(signIns)
    .set({ revokedAt: now, revokedFor: why })
    .where(and(eq(signIns.id, signInId), isNull(signIns.revokedAt)));
};

const isDemo = async (tx: Tx, accountId: string): Promise<boolean> => {
  const { accounts } = tx.t;
  const [found] = await tx.select({ demo: accounts.demo }).from(accounts).where(eq(accounts.id, accountId));
  return found !== undefined && found.demo !== null;
};

/**
 * Rotates a refresh token. One that comes a second time was copied by somebody: the whole sign-in is revoked.
 * Refusals: token-revoked, token-expired.
 */
export const rotate = async (
  app: FastifyInstance,
  tx: Tx,
  refreshToken: string,
  commandId: string,
  now: number,
): Promise<CommandResult<SignedIn>> => {
  const { refreshTokens, signIns } = tx.t;
  const hash = hashSecret(refreshToken);
  await tx.lock(`refresh:${hash}`);
  const [token] = await tx.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
  if (!token) return refuse(revoked.code);
  const [family] = await tx.select().from(signIns).where(eq(signIns.id, token.signInId));
  if (!family || family.revokedAt !== null) return refuse(revoked.code);
  if (!app.deps.config.demo && (await isDemo(tx, family.accountId))) return refuse(revoked.code);
  if (family.expiresAt <= now) return refuse('token-expired');
  if (token.usedAt !== null && (token.usedBy !== commandId || now - token.usedAt > retryMs)) {
    await revokeSignIn(tx, family.id, 'reuse', now);
    return refuseKeeping(revoked);
  }
  await tx
    .update(refreshTokens)
    .set({ usedAt: token.usedAt ?? now, usedBy: commandId })
    .where(eq(refreshTokens.hash, hash));
  await tx
    .update(signIns)
    .set({ expiresAt: now + refreshTokenLifeMs })
    .where(eq(signIns.id, family.id));
  return ok(await issueTokens(app, tx, { id: family.accountId, signInId: family.id }, now));
};
