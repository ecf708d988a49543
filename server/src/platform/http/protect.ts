import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Refused } from './errors.ts';

/** The start page of the H5 holds small inline scripts: they are allowed by their hashes, and no others. */
const inlineScriptHashes = async (webRoot: string): Promise<string[]> => {
  const html = await readFile(join(webRoot, 'index.html'), 'utf8').catch(() => '');
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code]) => `'sha256-${createHash('sha256').update(code ?? '').digest('base64')}'`,
  );
};

/** Security headers, request limits and load shedding. */
export const protect = async (app: FastifyInstance, webRoot: string) => {
  const { config } = app.deps;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", ...(await inlineScriptHashes(webRoot))],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
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
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
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
