import type { FastifyInstance } from 'fastify';

const everyMs = 50;

/**
 * While closing, ends kept-alive connections as soon as their request is answered. Node closes those that are idle when
 * closing begins, and would let the others wait for a next request that never comes.
 */
export const closeIdleConnections = (app: FastifyInstance) => {
  app.addHook('preClose', async () => {
    const again = setInterval(() => app.server.closeIdleConnections(), everyMs);
    again.unref();
    app.server.once('close', () => clearInterval(again));
  });
};
