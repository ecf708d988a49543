import { apiTable } from '@bandeng/shared/kernel/api.ts';
import type { PolicyTable } from '@bandeng/shared/kernel/policy.ts';
import { ok, refuse } from '@bandeng/shared/kernel/refusal.ts';
import { eq } from 'drizzle-orm';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/platform/engine.ts';
import { refuseKeeping } from '../../src/platform/http/run-command.ts';
import { serveCommand, serveQuery } from '../../src/platform/http/serve.ts';
import type { Tx } from '../../src/platform/store/store.ts';
import { engines } from './engines.ts';
import { buildTestApp, makeCommandId, type TestApp } from './test-app.ts';

// A small engine of its own: counters kept in the channels table, so that commands show apart from any domain.
const Change = Type.Object({ by: Type.Integer({ minimum: 1 }), mode: Type.Optional(Type.String()) });
const Counter = Type.Object({ value: Type.Integer() });
const schemas = {
  add: { body: Change, reply: Counter },
  addSecretly: { body: Change, reply: Counter },
  manage: { reply: Counter },
  read: { query: Type.Object({ extra: Type.Optional(Type.Integer()) }), reply: Counter },
};
const api = apiTable<typeof schemas>()({
  add: ['POST', '/api/communities/:communityId/counters/:counterId', 'add'],
  addSecretly: ['POST', '/api/communities/:communityId/secret-counters/:counterId', 'add without a trace'],
  manage: ['POST', '/api/communities/:communityId/management', 'for administrators'],
  read: ['GET', '/api/communities/:communityId/counters/:counterId', 'read'],
});
const policy: PolicyTable<typeof api> = { add: 'member', addSecretly: 'member', manage: ['administrator'], read: 'public' };

const bump = async (tx: Tx, communityId: string, channel: string, by: number) => {
  const { channels } = tx.t;
  const [found] = await tx.select().from(channels).where(eq(channels.channel, channel));
  const value = (found?.lastSeq ?? 0) + by;
  const row = { communityId, channel, lastSeq: value };
  const target = [channels.communityId, channels.channel];
  await tx.insert(channels).values(row).onConflictDoUpdate({ target, set: { lastSeq: value } });
  return value;
};

const counters: Engine = {
  name: 'counters',
  members: {
    loadMember: async (_db, communityId, accountId) =>
      accountId.endsWith(communityId)
        ? { accountId, communityId, residentId: `r${accountId}`, name: '王工', dwells: true, roles: ['resident'], grants: [] }
        : null,
    listMemberships: async () => [],
    onPhoneBound: async () => {},
    onAccountDeleted: async () => ({ ok: true, value: { done: true } }),
  },
  serve: (app) => {
    serveCommand(app, api.add, schemas.add, policy.add, async ({ tx, params, body }) => {
      const value = await bump(tx, params.communityId, params.counterId, body.by);
      if (body.mode === 'refuse') return refuse('version-conflict', { field: 'by', details: { value } });
      if (body.mode === 'keep') return refuseKeeping({ code: 'version-conflict', details: { value } });
      if (body.mode === 'bug') {
        const row = { communityId: '13812345678', channel: 'taken', lastSeq: 1 };
        await tx.insert(tx.t.channels).values([row, row]);
      }
      if (body.mode === 'leak') return ok({ value, secret: 'never sent' });
      return ok({ value });
    });
    serveCommand(
      app,
      api.addSecretly,
      schemas.addSecretly,
      policy.addSecretly,
      async ({ tx, params, body }) => ok({ value: await bump(tx, params.communityId, params.counterId, body.by) }),
      { unlinkable: true },
    );
    serveCommand(app, api.manage, schemas.manage, policy.manage, async () => ok({ value: 1 }));
    serveQuery(app, api.read, schemas.read, policy.read, async ({ db, params, query }) => {
      const [found] = await db.select().from(db.t.channels).where(eq(db.t.channels.channel, params.counterId));
      return found ? ok({ value: found.lastSeq + (query.extra ?? 0) }) : refuse('not-found');
    });
  },
};

describe.each(engines)('commands on %s', (engine) => {
  let t: TestApp;
  const params = (counterId: string) => ({ communityId: 'c1', counterId });
  beforeAll(async () => {
    t = await buildTestApp({ engine, engines: [counters] });
    await t.addAccount({ id: 'a-c1' });
    await t.addAccount({ id: 'b-c1' });
    await t.addAccount({ id: 'stranger' });
  });
  afterAll(() => t.close());

  const valueOf = async (counterId: string) => (await t.as(null).get(api.read, { params: params(counterId), query: {} })).value;

  it('answers a retry with the first result and does nothing again', async () => {
    const sent = { params: params('retry'), body: { by: 2 }, commandId: makeCommandId() };
    expect(await t.as('a-c1').post(api.add, sent)).toEqual({ value: 2 });
    await t.as('a-c1').post(api.add, { ...sent, commandId: makeCommandId() });
    expect(await t.as('a-c1').post(api.add, sent)).toEqual({ value: 2 });
    expect(await valueOf('retry')).toBe(4);
  });

  it('carries fifty simultaneous retries out once', async () => {
    const sent = { params: params('burst'), body: { by: 1 }, commandId: makeCommandId() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => t.as('a-c1').post(api.add, sent)));
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set([1]));
    expect(await valueOf('burst')).toBe(1);
  });

  it('refuses a command id that comes back with other content, another path or another operation', async () => {
    const commandId = makeCommandId();
    await t.as('a-c1').post(api.add, { params: params('reuse'), body: { by: 1 }, commandId });
    expect(await t.as('a-c1').refused(api.add, { params: params('reuse'), body: { by: 2 }, commandId })).toBe('command-id-reused');
    expect(await t.as('a-c1').refused(api.add, { params: params('other'), body: { by: 1 }, commandId })).toBe('command-id-reused');
  });

  it('keeps the command ids of two people apart', async () => {
    const sent = { params: params('two'), body: { by: 1 }, commandId: makeCommandId() };
    await t.as('a-c1').post(api.add, sent);
    expect(await t.as('b-c1').post(api.add, sent)).toEqual({ value: 2 });
  });

  it('undoes a refused command and lets the same id try again', async () => {
    const commandId = makeCommandId();
    const refused = await t.as('a-c1').call(api.add, { params: params('undo'), body: { by: 5, mode: 'refuse' }, commandId });
    expect(refused).toMatchObject({ status: 409, code: 'version-conflict', field: 'by' });
    expect(await t.as(null).refused(api.read, { params: params('undo'), query: {} })).toBe('not-found');
    await t.as('a-c1').post(api.add, { params: params('undo'), body: { by: 1 }, commandId });
    expect(await valueOf('undo')).toBe(1);
  });

  it('keeps what a recording refusal wrote, once', async () => {
    const sent = { params: params('keep'), body: { by: 1, mode: 'keep' }, commandId: makeCommandId() };
    expect(await t.as('a-c1').refused(api.add, sent)).toBe('version-conflict');
    expect(await t.as('a-c1').refused(api.add, sent)).toBe('version-conflict');
    expect(await valueOf('keep')).toBe(1);
  });

  it('leaves no row of an unlinkable command', async () => {
    const commandId = makeCommandId();
    await t.as('a-c1').post(api.addSecretly, { params: params('secret'), body: { by: 1 }, commandId });
    const rows = await t.deps.store.read((db) => db.select().from(db.t.commands).where(eq(db.t.commands.commandId, commandId)));
    expect(rows).toEqual([]);
  });

  it('demands a well-formed command id on every write', async () => {
    const send = (headers: Record<string, string>) =>
      t.app.inject({
        method: 'POST',
        url: '/api/communities/c1/counters/x',
        headers: { authorization: `Bearer ${t.as('a-c1').token}`, ...headers },
        payload: { by: 1 },
      });
    expect((await send({})).json()).toMatchObject({ error: { code: 'command-id-missing' } });
    expect((await send({ 'idempotency-key': 'short' })).json()).toMatchObject({ error: { code: 'bad-request', field: 'idempotency-key' } });
  });

  it('answers a bug with 500, undoes it, and logs no content', async () => {
    const { status } = await t.as('a-c1').call(api.add, { params: params('bug'), body: { by: 1, mode: 'bug' } });
    expect(status).toBe(500);
    expect(await t.as(null).refused(api.read, { params: params('bug'), query: {} })).toBe('not-found');
    expect(t.problems.at(-1)?.message).toBe('a request met a bug');
    expect(JSON.stringify(t.problems)).not.toContain('13812345678');
  });

  it('sends nothing that the reply schema does not name', async () => {
    const answer = await t.as('a-c1').call(api.add, { params: params('leak'), body: { by: 1, mode: 'leak' } });
    expect(answer.value).toEqual({ value: 1 });
  });

  it('refuses visitors, strangers and members without the role', async () => {
    const sent = { params: params('deny'), body: { by: 1 } };
    expect(await t.as(null).refused(api.add, sent)).toBe('not-signed-in');
    expect(await t.as('stranger').refused(api.add, sent)).toBe('not-a-member');
    expect(await t.as('a-c1').refused(api.manage, { params: { communityId: 'c1' } })).toBe('not-allowed');
    expect(await t.as('a-c1').refused(api.manage, { params: { communityId: 'c2' } })).toBe('not-a-member');
  });

  it('points at the field that does not fit', async () => {
    const refused = async (body: unknown) => (await t.as('a-c1').call(api.add, { params: params('bad'), body: body as { by: number } })).field;
    expect(await refused({ by: 0 })).toBe('by');
    expect(await refused({})).toBe('by');
    expect(await refused({ by: 1, mode: 'a\u0000b' })).toBe('mode');
    expect(await refused({ by: 1, mode: '\ud800' })).toBe('mode');
    expect(await refused({ by: 2 ** 60 })).toBe('by');
    expect(await refused([1])).toBe('body');
    expect(await refused(undefined)).toBe('body');
  });

  it('reads numbers of the query and refuses what is none', async () => {
    await t.as('a-c1').post(api.add, { params: params('query'), body: { by: 1 } });
    expect(await t.as(null).get(api.read, { params: params('query'), query: { extra: 5 } })).toEqual({ value: 6 });
    expect(await t.as(null).refused(api.read, { params: params('query'), query: { extra: 'x' as unknown as number } })).toBe('bad-request');
  });

  it('answers odd paths, methods and bodies with a refusal, never with 5xx', async () => {
    const token = t.as('a-c1').token ?? '';
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': makeCommandId() };
    const url = '/api/communities/c1/counters/x';
    const odd = [
      { method: 'POST' as const, url, headers: { ...headers, 'content-type': 'application/json' }, payload: '{"by":' },
      { method: 'POST' as const, url, headers: { ...headers, 'content-type': 'text/plain' }, payload: 'by=1' },
      { method: 'POST' as const, url, headers: { ...headers, 'content-type': 'application/json' }, payload: `{"by":1,"x":"${'x'.repeat(1_100_000)}"}` },
      { method: 'POST' as const, url, headers: { ...headers, 'content-type': 'application/json' }, payload: '{"__proto__":{"by":1}}' },
      { method: 'POST' as const, url, headers: { ...headers, 'content-type': 'application/json' }, payload: `${'['.repeat(200_000)}${']'.repeat(200_000)}` },
      { method: 'POST' as const, url, headers: { ...headers, 'content-type': 'application/json' }, payload: `{"mode":${'['.repeat(200_000)}${']'.repeat(200_000)}}` },
      { method: 'GET' as const, url: '/api/communities/%00/counters/x', headers },
      { method: 'GET' as const, url: '/api/communities/%E0%A4%A/counters/x', headers },
      { method: 'DELETE' as const, url, headers },
      { method: 'GET' as const, url, headers: { authorization: 'Bearer x.y.z' } },
    ];
    for (const request of odd) {
      const { statusCode, body } = await t.app.inject(request);
      expect([request.url, statusCode < 500 && statusCode >= 400]).toEqual([request.url, true]);
      expect(JSON.parse(body)).toHaveProperty('error.code');
    }
  });
});
