import type { FastifyInstance } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { mediaJudged } from '../content-check/settle-media-check.ts';
import type { Deps } from '../deps.ts';
import type { WechatEvent, WechatEventHandler } from '../engine.ts';

interface PushQuery {
  readonly signature?: unknown;
  readonly timestamp?: unknown;
  readonly nonce?: unknown;
  readonly echostr?: unknown;
}

/** A signature covers no more than its own time: an address that leaked into a log must not be good for ever. */
const freshMs = 15 * 60_000;

/** SHA-1 over the sorted token, timestamp (seconds since 1970) and nonce, as WeChat signs its pushes. */
export const signPush = (token: string, timestamp: string, nonce: string): string =>
  createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');

const isSigned = (token: string, { signature, timestamp, nonce }: PushQuery, now: number): boolean => {
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || typeof nonce !== 'string') return false;
  const [given, expected] = [Buffer.from(signature), Buffer.from(signPush(token, timestamp, nonce))];
  return given.length === expected.length && timingSafeEqual(given, expected) && Math.abs(now - Number(timestamp) * 1000) <= freshMs;
};

const readEvent = (body: unknown): WechatEvent | null => {
  try {
    const event: unknown = JSON.parse(String(body));
    return typeof event === 'object' && event !== null && !Array.isArray(event) ? (event as WechatEvent) : null;
  } catch {
    return null;
  }
};

/** An event can overtake the reply that announces it. WeChat waits five seconds for an answer. */
const tries = 5;
const pauseMs = 500;

const handleEvent = async (deps: Deps, event: WechatEvent) => {
  const handlers = new Map<unknown, WechatEventHandler>([['wxa_media_check', mediaJudged]]);
  for (const engine of deps.engines) {
    for (const [name, handler] of Object.entries(engine.wechatEvents ?? {})) handlers.set(name, handler);
  }
  const handle = handlers.get(event['Event']);
  if (!handle) return;
  for (let i = 0; i < tries; i++) {
    if (await deps.store.write((tx) => handle(tx, event, { ...deps, now: deps.clock() }))) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
};

/** Takes the events that WeChat pushes, as JSON in plain text; only where a token for them is configured. */
export const serveWechatPush = async (app: FastifyInstance) => {
  const { deps } = app;
  const { wechatPushToken: token } = deps.config;
  if (token === null) return;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    const options = { schema: { hide: true }, config: { rateLimit: false } } as const;
    scope.get<{ Querystring: PushQuery }>('/api/wechat/events', options, async ({ query }, reply) => {
      if (!isSigned(token, query, deps.clock())) return reply.code(403).type('text/plain').send('forbidden');
      return reply.type('text/plain').send(typeof query.echostr === 'string' ? query.echostr : '');
    });
    scope.post<{ Querystring: PushQuery }>('/api/wechat/events', options, async ({ query, body }, reply) => {
      if (!isSigned(token, query, deps.clock())) return reply.code(403).type('text/plain').send('forbidden');
      const event = readEvent(body);
      if (event === null) deps.log.warn({}, 'WeChat pushed an event that is not JSON: check the data format in its settings');
      else await handleEvent(deps, event);
      return reply.type('text/plain').send('success');
    });
  });
};
