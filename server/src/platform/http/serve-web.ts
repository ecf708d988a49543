import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { errorBody } from './errors.ts';

const immutable = 'public, max-age=31536000, immutable';

/** Serves the web page. Paths without a file get the start page, whose router knows them; unknown API paths get 404. */
export const serveWeb = async (app: FastifyInstance, webRoot: string) => {
  const built = existsSync(join(webRoot, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: webRoot,
      wildcard: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // File names with a content hash never change their content.
        reply.header('cache-control', /[.-][0-9a-f]{8,}\.\w+$/.test(path) ? immutable : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !/^\/(api|metrics)(\/|$|\?)/.test(request.url) && !/\.\w{2,5}($|\?)/.test(request.url);
    if (built && page) void reply.header('cache-control', 'no-cache').sendFile('index.html');
    else void reply.code(404).send(errorBody({ code: 'not-found' }));
  });
};
