import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isConnectionLost } from '../../src/platform/store/pg-connection.ts';
import { StoreUnavailable } from '../../src/platform/store/store.ts';
import { makePlace } from './engines.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

/** Stands between the server and PostgreSQL, and can be cut. */
const openLine = async (target: URL) => {
  const ends = new Set<Socket>();
  let server: Server;
  const open = (port: number) =>
    new Promise<number>((resolve) => {
      server = createServer((near) => {
        const far = connect(Number(target.port), target.hostname);
        for (const end of [near, far]) {
          ends.add(end);
          end.on('error', () => end.destroy());
          end.on('close', () => [near, far].forEach((one) => one.destroy()));
        }
        near.pipe(far).pipe(near);
      });
      server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const port = await open(0);
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const end of ends) end.destroy();
    ends.clear();
    await closed;
  };
  return { port, cut, mend: () => open(port) };
};

describe('a server whose PostgreSQL is gone', () => {
  let t: TestApp;
  let line: Awaited<ReturnType<typeof openLine>>;
  let token: string;
  const heard: unknown[] = [];
  beforeAll(async () => {
    const place = await makePlace('postgres');
    const url = new URL(place.databaseUrl ?? '');
    line = await openLine(new URL(url));
    url.port = String(line.port);
    const through = { ...place, databaseUrl: url.href };
    t = await buildTestApp({ engine: 'postgres', place: through, onStoreError: (error) => heard.push(error) });
    token = await t.tokenOf(await t.addAccount({ id: 'me', name: '王工', demo: 'me' }));
  });
  afterAll(async () => {
    await t.close();
    await line.cut();
  });

  const send = async (endpoint: { method: 'GET' | 'POST'; path: string }, commandId?: string, payload?: object) => {
    const answer = await t.app.inject({
      method: endpoint.method,
      url: fillPath(endpoint.path, {}),
      headers: { authorization: `Bearer ${token}`, ...(commandId ? { 'idempotency-key': commandId } : {}) },
      ...(payload ? { payload } : {}),
    });
    return [answer.statusCode, answer.json<{ error?: { code: string } }>().error?.code];
  };
  const me = { method: 'GET', path: api.me.path } as const;
  const login = { method: 'POST', path: api.demoLogin.path } as const;
  const unavailable = [503, 'service-unavailable'];

  it('answers 503 to reads and writes, says it in the log, and goes on when it is back', async () => {
    expect(await send(me)).toEqual([200, undefined]);
    await line.cut();
    expect(await send(me)).toEqual(unavailable);
    expect(await send(login, 'sign-in-later', { id: 'me' })).toEqual(unavailable);
    expect(t.problems.map(({ message }) => message)).toContain('the database cannot be reached');
    await line.mend();
    expect(await send(me)).toEqual([200, undefined]);
    expect(await send(login, 'sign-in-later', { id: 'me' })).toEqual([200, undefined]);
  });

  it('refuses a write in the middle of which the line is cut, and keeps nothing of it', async () => {
    const { store } = t.deps;
    const writing = store.write(async (tx) => {
      await tx.insert(tx.t.channels).values({ communityId: 'c', channel: 'half', lastSeq: 1 });
      await line.cut();
      await tx.insert(tx.t.channels).values({ communityId: 'c', channel: 'other', lastSeq: 1 });
    });
    await expect(writing).rejects.toThrow(StoreUnavailable);
    await line.mend();
    expect(await store.read((db) => db.select().from(db.t.channels))).toEqual([]);
  });
});

describe('errors of the database', () => {
  const coded = (code: string) => Object.assign(new Error('failed'), { code });

  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '08P01', '53300'])('%s is a lost connection', (code) => {
    expect(isConnectionLost(coded(code))).toBe(true);
    expect(isConnectionLost(new Error('query failed', { cause: coded(code) }))).toBe(true);
  });

  it.each(['23505', '40001', '42601', '57014', '22P02'])('%s is not', (code) => {
    expect(isConnectionLost(new Error('query failed', { cause: coded(code) }))).toBe(false);
  });

  it('knows what the pool says without a code', () => {
    expect(isConnectionLost(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isConnectionLost(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isConnectionLost(new TypeError('x is not a function'))).toBe(false);
  });
});
