import { roles, type Role } from '@bandeng/shared/community/vocabulary.ts';
import type { Policy } from '@bandeng/shared/kernel/policy.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccessToken } from '../../src/platform/auth/access-token.ts';
import { revokeSignIn } from '../../src/platform/auth/refresh.ts';
import { signIn } from '../../src/platform/auth/sign-in.ts';
import { arbitraryOf } from '../fuzz/from-schema.ts';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { operations, type Operation } from './operations.ts';
import { readState } from './read-state.ts';
import { servedRoutes } from './served-routes.ts';
import { buildWorld, named, type World } from './world.ts';

/** Who calls: the token, and what the policy must say. `bad` is the code of a token that is no longer good. */
interface Caller {
  readonly who: string;
  readonly token: string | null;
  readonly roles: readonly Role[] | null;
  readonly bad: 'token-expired' | 'token-revoked' | 'not-signed-in' | null;
}

/** What the policy table says, worked out here once more: null when the caller is let in. */
const refusalBy = (policy: Policy, path: string, caller: Caller): string | null => {
  if (caller.bad !== null) return policy === 'public' && path.startsWith('/api/auth/') ? null : caller.bad;
  if (policy === 'public') return null;
  if (caller.token === null) return 'not-signed-in';
  if (policy === 'account') return null;
  if (caller.roles === null) return 'not-a-member';
  if (policy === 'member') return null;
  return caller.roles.some((role) => policy.includes(role)) ? null : 'not-allowed';
};

/** Served without an api table: the socket checks its own token, the rest shows what anybody may see. */
const outsideTables = ['GET /api/socket', 'GET /b/:token', 'GET /metrics', 'GET /p/:token', 'GET /sheets/:token'];

describe('the policy table', { timeout: 120_000 }, () => {
  let t: TestApp;
  let w: World;
  let callers: Caller[];

  const token = async (roleHolder: string, caller: Partial<Caller> & { who: string }): Promise<Caller> => ({
    token: await t.tokenOf(roleHolder),
    roles: null,
    bad: null,
    ...caller,
  });

  const rolesOf = (role: Role): Role[] =>
    ['building-leader', 'grid-worker', 'facilitator', 'administrator', 'resident'].includes(role) ? [role] : ['resident', role];

  beforeAll(async () => {
    t = await buildTestApp({ engine: 'sqlite' });
    w = await buildWorld(t);
    const now = t.time.now();
    const long = await t.deps.store.write((tx) => signIn(t.app, tx, w.here.holders.administrator, 'web', now - 3 * 3_600_000));
    const gone = await t.deps.store.write((tx) => signIn(t.app, tx, w.here.holders.administrator, 'web', now));
    const revoked = readAccessToken(t.app, gone.accessToken);
    if (!revoked.ok) throw new Error('a fresh token is not good');
    await t.deps.store.write((tx) => revokeSignIn(tx, revoked.account.signInId, 'logout', now));
    const single = roles.map((role) => token(w.here.holders[role], { who: `only ${role}`, roles: rolesOf(role) }));
    callers = [
      ...(await Promise.all(single)),
      { who: 'signed out', token: null, roles: null, bad: null },
      await token(w.stranger, { who: 'member of nothing' }),
      await token(w.there.holders.administrator, { who: 'administrator elsewhere' }),
      { who: 'expired token', token: long.accessToken, roles: null, bad: 'token-expired' },
      { who: 'revoked token', token: gone.accessToken, roles: null, bad: 'token-revoked' },
      { who: 'forged token', token: `${gone.accessToken.slice(0, -3)}AAA`, roles: null, bad: 'not-signed-in' },
    ];
  }, 240_000);
  afterAll(() => t.close());

  const paramsOf = ({ params }: Operation, pick: (name: string) => string) =>
    Object.fromEntries(params.map((name) => [name, name === 'communityId' ? w.here.communityId : pick(name)]));

  const send = async ({ method, path }: Operation, caller: Caller, sent: { params: Record<string, string>; body?: unknown; query?: object; key?: boolean }) => {
    const answer = await t.app.inject({
      method,
      url: fillPath(path, sent.params),
      headers: {
        ...(caller.token === null ? {} : { authorization: `Bearer ${caller.token}` }),
        ...(sent.key === true ? { 'idempotency-key': makeCommandId() } : {}),
        ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(sent.query === undefined ? {} : { query: sent.query as Record<string, string> }),
      ...(sent.body === undefined ? {} : { payload: JSON.stringify(sent.body) }),
    });
    const code = answer.statusCode === 200 ? undefined : answer.json<{ error: { code: string } }>().error.code;
    return { status: answer.statusCode, code };
  };

  it('serves every row of the api tables, and nothing under /api or elsewhere that is in no table', () => {
    const routes = servedRoutes(t.app);
    const rows = operations.map(({ method, path }) => `${method} ${path}`);
    expect(rows.filter((row) => !routes.includes(row))).toEqual([]);
    expect(new Set(rows).size).toBe(rows.length);
    const outside = routes.filter((route) => !rows.includes(route) && !route.startsWith('GET /api/docs'));
    expect(outside).toEqual(outsideTables);
  });

  // A malformed request meets the policy before anything else: what answers is the policy alone, never a rule.
  it('lets in exactly whom it names: every operation, every role alone, strangers and bad tokens', async () => {
    const wrong: string[] = [];
    const before = await readState(t.deps.store);
    for (const operation of operations) {
      for (const caller of callers) {
        const query = operation.schemas.query ? { limit: 'many', year: 'none' } : undefined;
        const { status, code } = await send(operation, caller, { params: paramsOf(operation, () => 'nothing'), ...(query ? { query } : {}) });
        const refusal = refusalBy(operation.policy, operation.path, caller);
        const good =
          refusal === null ? [200, 400, 404, 410, 503].includes(status) : code === refusal && status === (refusal.startsWith('not-a') ? 403 : 401);
        if (!good) wrong.push(`${operation.name} by ${caller.who}: ${status} ${code ?? ''}, expected ${refusal ?? 'to be let in'}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await readState(t.deps.store)).toEqual(before);
  });

  // With everything else in order, so that nothing but the policy stands between the caller and the data.
  it('writes nothing for whom it refuses, though the request is well-formed and names real things', async () => {
    const wrong: string[] = [];
    let refused = 0;
    const before = await readState(t.deps.store);
    const pick = (name: string) => named(w.here, name)[0] ?? 'nothing';
    for (const operation of operations) {
      const body = operation.schemas.body && fc.sample(arbitraryOf(operation.schemas.body, w.here.ids), 1)[0];
      for (const caller of callers) {
        const refusal = refusalBy(operation.policy, operation.path, caller);
        if (refusal === null) continue;
        refused += 1;
        const { status, code } = await send(operation, caller, { params: paramsOf(operation, pick), body, key: true });
        if (code !== refusal) wrong.push(`${operation.name} by ${caller.who}: ${status} ${code ?? ''}, expected ${refusal}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(operations.length * 4);
    expect(await readState(t.deps.store)).toEqual(before);
    expect(t.problems).toEqual([]);
  });
});
