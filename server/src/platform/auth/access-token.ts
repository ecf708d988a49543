import jwt from '@fastify/jwt';
import type { FastifyInstance } from 'fastify';
import type { Account } from '../http/actor.ts';

export const accessTokenLifeMs = 2 * 3_600_000;

const issuer = 'bandeng';
const audience = 'bandeng-app';

interface Claims {
  sub: string;
  sid: string;
  iat: number;
  exp: number;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Tokens whose signature was found good, by their whole text, the oldest first. */
    signedTokens: Map<string, Claims>;
  }
}

/** About 400 bytes each. */
const keptTokens = 10_000;

/** One algorithm, one issuer, one audience. Expiry is judged by the server's own clock, see `readAccessToken`. */
export const registerTokens = async (app: FastifyInstance) => {
  app.decorate('signedTokens', new Map());
  await app.register(jwt, {
    secret: app.deps.config.jwtSecret,
    sign: { algorithm: 'HS256', iss: issuer, aud: audience },
    verify: { algorithms: ['HS256'], allowedIss: issuer, allowedAud: audience, ignoreExpiration: true },
  });
};

export const signAccessToken = (app: FastifyInstance, account: Account, now: number): { token: string; expiresAt: number } => {
  const iat = Math.floor(now / 1000);
  const exp = iat + accessTokenLifeMs / 1000;
  return { token: app.jwt.sign({ sub: account.id, sid: account.signInId, iat, exp }), expiresAt: exp * 1000 };
};

export type ReadToken =
  | { ok: true; account: Account; expiresAt: number }
  | { ok: false; problem: 'not-signed-in' | 'token-expired' };

/**
 * A signature that was good once stays good, so it is checked once for each token. Whether the token has expired, and
 * whether its sign-in still stands, is asked every time.
 */
const verify = (app: FastifyInstance, token: string): Claims => {
  const known = app.signedTokens.get(token);
  if (known !== undefined) return known;
  const claims = app.jwt.verify<Claims>(token);
  const [oldest] = app.signedTokens.size < keptTokens ? [] : app.signedTokens.keys();
  if (oldest !== undefined) app.signedTokens.delete(oldest);
  app.signedTokens.set(token, claims);
  return claims;
};

export const readAccessToken = (app: FastifyInstance, token: string): ReadToken => {
  let claims: Claims;
  try {
    claims = verify(app, token);
  } catch {
    return { ok: false, problem: 'not-signed-in' };
  }
  const expiresAt = claims.exp * 1000;
  if (expiresAt <= app.deps.clock()) return { ok: false, problem: 'token-expired' };
  return { ok: true, account: { id: claims.sub, signInId: claims.sid }, expiresAt };
};
