import type { FastifyInstance, FastifyReply } from 'fastify';
import { mediaJudged } from '../content-check/settle-media-check.ts';
import type { Deps } from '../deps.ts';
import type { WechatEvent, WechatEventHandler } from '../engine.ts';
import { isSignature, openPush, signPush } from './open-push.ts';

interface PushQuery {
  readonly signature?: unknown;
  /** In safe mode: signs what is encrypted as well. */
  readonly msg_signature?: unknown;
  readonly timestamp?: unknown;
  readonly nonce?: unknown;
  readonly echostr?: unknown;
}

interface Pushed {
  readonly token: string;
  readonly query: PushQuery;
  readonly now: number;
}

interface SafeMode {
  readonly aesKey: string;
  readonly appId: string;
}

/** A signature covers no more than its own time: an address that leaked into a log must not be good for ever. */
const freshMs = 15 * 60_000;

const isSigned = ({ token, query, now }: Pushed, given: unknown, ...encrypted: readonly string[]): boolean => {
  const { timestamp, nonce } = query;
  if (typeof timestamp !== 'string' || typeof nonce !== 'string') return false;
  return isSignature(given, signPush(token, timestamp, nonce, ...encrypted)) && Math.abs(now - Number(timestamp) * 1000) <= freshMs;
};

const readObject = (text: unknown): Readonly<Record<string, unknown>> | null => {
  try {
    const found: unknown = JSON.parse(String(text));
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** What is in an encrypted part that WeChat signed; null when it is not from WeChat, or for another mini-program. */
const openSigned = (pushed: Pushed, encrypted: unknown, { aesKey, appId }: SafeMode): string | null =>
  typeof encrypted === 'string' && isSigned(pushed, pushed.query.msg_signature, encrypted)
    ? openPush(aesKey, appId, encrypted)
    : null;

/** The pushed text, in the mode that is configured; null for what must be refused. */
const readPush = (pushed: Pushed, body: unknown, safe: SafeMode | null): string | null => {
  if (safe !== null) return openSigned(pushed, readObject(body)?.['Encrypt'], safe);
  return isSigned(pushed, pushed.query.signature) ? String(body) : null;
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

const safeModeOf = ({ wechatAesKey, wechat }: Deps['config']): SafeMode | null =>
  wechatAesKey !== null && wechat !== null ? { aesKey: wechatAesKey, appId: wechat.appId } : null;

/** Takes the events that WeChat pushes as JSON, in plain text or encrypted; only where a token for them is configured. */
export const serveWechatPush = async (app: FastifyInstance) => {
  const { deps } = app;
  const { wechatPushToken: token } = deps.config;
  if (token === null) return;
  const safe = safeModeOf(deps.config);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    const options = { schema: { hide: true }, config: { rateLimit: false } } as const;
    const pushed = (query: PushQuery): Pushed => ({ token, query, now: deps.clock() });
    const forbid = (reply: FastifyReply) => reply.code(403).type('text/plain').send('forbidden');
    // The address is verified in plain text in either mode, as WeChat's settings page does it.
    scope.get<{ Querystring: PushQuery }>('/api/wechat/events', options, async ({ query }, reply) => {
      if (!isSigned(pushed(query), query.signature)) return forbid(reply);
      return reply.type('text/plain').send(typeof query.echostr === 'string' ? query.echostr : '');
    });
    scope.post<{ Querystring: PushQuery }>('/api/wechat/events', options, async ({ query, body }, reply) => {
      const text = readPush(pushed(query), body, safe);
      if (text === null) return forbid(reply);
      const event: WechatEvent | null = readObject(text);
      if (event === null) deps.log.warn({}, 'WeChat pushed an event that is not JSON: check the data format in its settings');
      else await handleEvent(deps, event);
      return reply.type('text/plain').send('success');
    });
  });
};
