import websocket from '@fastify/websocket';
import { socketPath, socketProtocol, type Notice } from '@bandeng/shared/platform/realtime.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readAccessToken } from '../auth/access-token.ts';
import { describeBug } from '../http/answer-errors.ts';
import { frameOf, type Hub } from './hub.ts';
import { openSession, type Session } from './socket-session.ts';

const heartbeatMs = 30_000;
const maxFrameBytes = 64 * 1024;

/** The token is the header's, or in browsers, which cannot send one, the second subprotocol. */
const tokenOf = (request: FastifyRequest): string | null => {
  const { authorization, 'sec-websocket-protocol': protocols } = request.headers;
  if (authorization?.startsWith('Bearer ')) return authorization.slice('Bearer '.length);
  const [name, token] = (protocols ?? '').split(',').map((text) => text.trim());
  return name === socketProtocol && token !== undefined ? token : null;
};

/** The realtime socket. Why it closes is said in a message, because clients do not see close codes. */
export const serveSocket = async (app: FastifyInstance, hub: Hub) => {
  const { deps } = app;
  const sessions = new Set<Session>();
  await app.register(websocket, {
    options: {
      maxPayload: maxFrameBytes,
      perMessageDeflate: false,
      handleProtocols: (protocols) => (protocols.has(socketProtocol) ? socketProtocol : false),
    },
    preClose: async () => {
      for (const session of sessions) session.close('shutting-down');
      hub.close();
    },
  });

  // A plugin of its own: the websocket hook sees only routes registered after it is ready.
  await app.register(async (scope) => {
    scope.get(socketPath, { websocket: true, schema: { hide: true } }, (socket, request) => {
      const read = readAccessToken(app, tokenOf(request) ?? '');
      if (!read.ok) {
        const why: Notice = { closing: read.problem === 'token-expired' ? 'expired' : 'not-signed-in' };
        socket.send(frameOf([why]), { binary: false });
        socket.close(4401);
        return;
      }
      const session = openSession(deps, hub, socket, read.account, read.expiresAt);
      sessions.add(session);
      socket.on('close', () => sessions.delete(session));
    });
  });

  const heartbeat = setInterval(() => {
    for (const session of sessions) session.beat().catch((error: unknown) => deps.log.error(describeBug(error), 'a socket check failed'));
  }, heartbeatMs);
  heartbeat.unref();
  app.addHook('onClose', async () => clearInterval(heartbeat));
};
