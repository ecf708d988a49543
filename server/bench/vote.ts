import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { randomBytes } from 'node:crypto';
import type { AppReady, Ask } from './app-server.ts';
import { start, type Running } from './child.ts';
import { compare, type Comparison } from './compare.ts';
import { fire, prepare } from './load.ts';

const voters = 1_500;
const connections = 32;
const maxMs = 8_000;

const perSecond = async (port: number, requests: readonly Buffer[]): Promise<number> => {
  const volley = await fire(port, requests, connections, maxMs);
  if (volley.refused > 0) throw new Error(`${volley.refused} of ${volley.requests} requests were refused`);
  return volley.perSecond;
};

const openVote = (app: Running<AppReady>): Promise<{ matterId: string; sessionId: string }> => {
  app.send({ ask: 'session' } satisfies Ask);
  return app.hear();
};

/** A ballot over HTTP, acknowledged when durable, and a page of a matter, each beside 'hello' of bare Fastify. */
export const benchVote = async (): Promise<Comparison[]> => {
  const hello = await start<{ port: number }>('hello-server.ts');
  const app = await start<AppReady>('app-server.ts', [String(voters)]);
  const { port, communityId, tokens } = app.ready;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const greetings = (method: string, body?: string) =>
    Array.from({ length: voters * 2 }, () => prepare({ method, path: '/hello', ...(body === undefined ? {} : { body }) }));
  const ballot = (sessionId: string, token: string) =>
    prepare({
      method: 'POST',
      path: fillPath(api.castBallot.path, { communityId, sessionId }),
      headers: { ...bearer(token), 'idempotency-key': randomBytes(12).toString('base64url') },
      body: '{"choice":"yes"}',
    });
  let matterId = '';
  const vote = await compare(
    { name: 'vote', against: 'POST hello of bare Fastify', unit: 'durable ballots over HTTP' },
    async () => {
      const opened = await openVote(app);
      matterId = opened.matterId;
      return perSecond(port, tokens.map((token) => ballot(opened.sessionId, token)));
    },
    () => perSecond(hello.ready.port, greetings('POST', '{"choice":"yes"}')),
  );
  const path = fillPath(api.getMatter.path, { communityId, matterId });
  const page = await compare(
    { name: 'get-matter', against: 'GET hello of bare Fastify', unit: 'snapshots of a matter over HTTP' },
    () => perSecond(port, tokens.map((token) => prepare({ method: 'GET', path, headers: bearer(token) }))),
    () => perSecond(hello.ready.port, greetings('GET')),
  );
  await Promise.all([hello.stop(), app.stop()]);
  return [vote, page];
};
