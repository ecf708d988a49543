import { permits, type Policy } from '@bandeng/shared/kernel/policy.ts';
import { privacyVersion, servedWithoutConsent } from '@bandeng/shared/platform/privacy-consent.ts';
import { eq, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readAccessToken } from '../auth/access-token.ts';
import { prepared, type Db } from '../store/store.ts';
import type { Account, Actor } from './actor.ts';
import { Refused } from './errors.ts';

/** Who sent a request: filled in two steps, the token before rate limiting and the rest once the route is known. */
export interface Visitor {
  account: Account | null;
  actor: Actor | null;
  /** Why the token that was sent is not good, if so. */
  problem: 'not-signed-in' | 'token-expired' | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor;
  }
}

const idShape = /^[A-Za-z0-9_-]{1,64}$/;

const findSignIn = prepared('find_sign_in', (db: Db) =>
  db
    .select({
      revokedAt: db.t.signIns.revokedAt,
      expiresAt: db.t.signIns.expiresAt,
      demo: db.t.accounts.demo,
      agreed: db.t.accounts.privacyVersion,
    })
    .from(db.t.signIns)
    .innerJoin(db.t.accounts, eq(db.t.accounts.id, db.t.signIns.accountId))
    .where(eq(db.t.signIns.id, sql.placeholder('id'))),
);

/**
 * Whether a sign-in may still be used; asked on every request and by open sockets. Nobody proved who they are on a
 * demonstration account: without demo mode its sign-ins are worth nothing.
 * @returns `agreed`: version of the text on personal data that the person agreed to, 0 for none
 */
export const checkSignIn = async (db: Db, signInId: string, demo: boolean, now: number) => {
  const [found] = await findSignIn(db, { id: signInId });
  if (!found || found.revokedAt !== null || (found.demo !== null && !demo)) return { problem: 'token-revoked' as const, agreed: 0 };
  return { problem: found.expiresAt <= now ? ('token-expired' as const) : null, agreed: found.agreed };
};

const bearer = (request: FastifyRequest): string | null => {
  const { authorization } = request.headers;
  return authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : null;
};

export const readVisitor = (app: FastifyInstance) => {
  app.decorateRequest('visitor');
  app.addHook('onRequest', async (request) => {
    const token = bearer(request);
    request.visitor = { account: null, actor: null, problem: null };
    if (token === null) return;
    const read = readAccessToken(app, token);
    if (read.ok) request.visitor.account = read.account;
    else request.visitor.problem = read.problem;
  });
};

/**
 * Lets a request through when the policy permits it. A token that is sent must be good even where none is needed, so that
 * an expired sign-in is renewed instead of silently seeing less. Whoever has not agreed to the text on personal data now
 * in force is asked to, before anything but what is public.
 * @param operation name of the endpoint
 * @throws Refused not-signed-in, token-expired, token-revoked, privacy-consent-needed, not-a-member, not-allowed
 */
export const admit = async (app: FastifyInstance, request: FastifyRequest, policy: Policy, operation: string): Promise<void> => {
  const { visitor } = request;
  // Signing in and renewing must work with a stale token still in the header.
  if (policy === 'public' && request.routeOptions.url?.startsWith('/api/auth/')) return;
  if (visitor.problem !== null) throw new Refused({ code: visitor.problem });
  const { account } = visitor;
  if (account === null) {
    if (policy !== 'public') throw new Refused({ code: 'not-signed-in' });
    return;
  }
  const { store, clock, members, config } = app.deps;
  const { communityId } = request.params as { communityId?: string };
  await store.read(async (db) => {
    const { problem, agreed } = await checkSignIn(db, account.signInId, config.demo, clock());
    if (problem !== null) throw new Refused({ code: problem });
    if (agreed < privacyVersion && policy !== 'public' && !servedWithoutConsent.includes(operation)) {
      throw new Refused({ code: 'privacy-consent-needed', details: { version: privacyVersion } });
    }
    // The path has not been validated yet, and an engine may not even take what is no id.
    if (communityId !== undefined && idShape.test(communityId)) visitor.actor = await members.loadMember(db, communityId, account.id, clock());
  });
  if (permits(policy, visitor.actor, true)) return;
  throw new Refused({ code: visitor.actor === null ? 'not-a-member' : 'not-allowed' });
};
