import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from '../../config.ts';
import { Refused } from './errors.ts';

/** The start page of the H5 holds small inline scripts: they are allowed by their hashes, and no others. */
const inlineScriptHashes = async (webRoot: string): Promise<string[]> => {
  const html = await readFile(join(webRoot, 'index.html'), 'utf8').catch(() => '');
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code ?? '').digest('base64')}'`,
  );
};

/** Headers of every answer that have nothing to do with security. */
const ordinary = new Set(['connection', 'content-length', 'content-type', 'date', 'keep-alive']);

/** Helmet's headers. They are the same for every answer, so it is asked once: it would put them together anew each time. */
const securityHeaders = async ({ publicUrl }: Config, webRoot: string): Promise<Readonly<Record<string, string>>> => {
  const asked = fastify();
  await asked.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", ...(await inlineScriptHashes(webRoot))],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        // Recordings are fetched with the person's token and played from memory.
        'media-src': ["'self'", 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'", 'ws:', 'wss:'],
        'worker-src': ["'self'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: publicUrl.startsWith('https:'),
  });
  asked.get('/', async () => '');
  const { headers } = await asked.inject('/');
  await asked.close();
  const kept = Object.entries(headers).filter(([name]) => !ordinary.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
};

/** Security headers, request limits and load shedding. */
export const protect = async (app: FastifyInstance, webRoot: string) => {
  const { config } = app.deps;
  const headers = await securityHeaders(config, webRoot);
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
  if (config.requestsPerMinute > 0) {
    await app.register(rateLimit, {
      max: config.requestsPerMinute,
      timeWindow: 60_000,
      keyGenerator: (request) => request.visitor.account?.id ?? request.ip,
      errorResponseBuilder: () => new Refused({ code: 'too-many-requests' }),
    });
  }
  if (config.maxLagMs > 0) await app.register(underPressure, { maxEventLoopDelay: config.maxLagMs });
};
