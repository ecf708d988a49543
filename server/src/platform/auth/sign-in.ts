import type { Reply } from '@bandeng/shared/kernel/api.ts';
import type { platformApi } from '@bandeng/shared/platform/api.ts';
import type { FastifyInstance } from 'fastify';
import type { Tx } from '../store/store.ts';
import { signAccessToken } from './access-token.ts';
import { hashSecret, makeSecret } from './tokens.ts';

export type SignedIn = Reply<typeof platformApi.refresh>;
export type Channel = 'wechat' | 'web' | 'demo';

/** A device that stays away this long must sign in anew. */
export const refreshTokenLifeMs = 30 * 86_400_000;

/** Adds the next refresh token to a sign-in and an access token beside it. */
export const issueTokens = async (
  app: FastifyInstance,
  tx: Tx,
  account: { readonly id: string; readonly signInId: string },
  now: number,
): Promise<SignedIn> => {
  const refreshToken = makeSecret();
  await tx.insert(tx.t.refreshTokens).values({ hash: hashSecret(refreshToken), signInId: account.signInId, issuedAt: now });
  const { token, expiresAt } = signAccessToken(app, account, now);
  return {
    accessToken: token,
    accessExpiresAt: expiresAt,
    refreshToken,
    refreshExpiresAt: now + refreshTokenLifeMs,
    accountId: account.id,
  };
};

/** Signs an account in on one more device. */
export const signIn = async (app: FastifyInstance, tx: Tx, accountId: string, channel: Channel, now: number): Promise<SignedIn> => {
  const id = app.deps.newId();
  await tx.insert(tx.t.signIns).values({ id, accountId, channel, at: now, expiresAt: now + refreshTokenLifeMs });
  return issueTokens(app, tx, { id: accountId, signInId: id }, now);
};
