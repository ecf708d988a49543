import websocket, { type WebSocket } from '@fastify/websocket';
import { socketPath, socketProtocol, type Notice } from '@bandeng/shared/platform/realtime.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { readAccessToken } from '../auth/access-token.ts';
import { describeBug } from '../http/answer-errors.ts';
import { openCrowd } from './crowd.ts';
import { frameOf } from './frame.ts';
import type { Hub } from './hub.ts';
import { Session, type Switchboard } from './socket-session.ts';

const heartbeatMs = 30_000;
const beatsAtOnce = 16;
const maxFrameBytes = 64 * 1024;

/** The token is the header's, or in browsers, which cannot send one, the second subprotocol. */
const tokenOf = (request: FastifyRequest): string | null => {
  const { authorization, 'sec-websocket-protocol': protocols } = request.headers;
  if (authorization?.startsWith('Bearer ')) return authorization.slice('Bearer '.length);
  const [name, token] = (protocols ?? '').split(',').map((text) => text.trim());
  return name === socketProtocol && token !== undefined ? token : null;
};

const sessionOf = new WeakMap<WebSocket, Session>();

// One function for all sockets, not one for each: see `Switchboard`.
function onMessage(this: WebSocket, data: Buffer) {
  sessionOf.get(this)?.take(data.toString());
}
function onPong(this: WebSocket) {
  sessionOf.get(this)?.pong();
}
function onClose(this: WebSocket) {
  sessionOf.get(this)?.ended();
}
/** A broken frame or connection: 'close' follows. */
const onError = () => {};

/**
 * Lets go of the request that a socket began with: what holds on to it (Node's answer, the plugin's error handler) would
 * keep it, with all its headers, for as long as the socket is open.
 */
const forgetRequest = (socket: WebSocket, line: Socket, answer: ServerResponse) => {
  answer.detachSocket(line);
  socket.removeAllListeners('error');
  socket.on('error', onError);
};

/** The realtime socket. Why it closes is said in a message, because clients do not see close codes. */
export const serveSocket = async (app: FastifyInstance, hub: Hub) => {
  const { deps } = app;
  const board: Switchboard = { deps, hub, sessions: new Set(), crowd: openCrowd() };
  const answers = new WeakMap<FastifyRequest, ServerResponse>();
  await app.register(websocket, {
    options: {
      maxPayload: maxFrameBytes,
      perMessageDeflate: false,
      handleProtocols: (protocols) => (protocols.has(socketProtocol) ? socketProtocol : false),
    },
    preClose: async () => {
      for (const session of board.sessions) session.close('shutting-down');
      hub.close();
    },
  });

  // A plugin of its own: the websocket hook sees only routes registered after it is ready.
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => void answers.set(request, reply.raw));
    scope.get(socketPath, { websocket: true, schema: { hide: true } }, (socket, request) => {
      const line = request.raw.socket;
      const answer = answers.get(request);
      const read = readAccessToken(app, tokenOf(request) ?? '');
      if (!read.ok) {
        const why: Notice = { closing: read.problem === 'token-expired' ? 'expired' : 'not-signed-in' };
        socket.send(frameOf([why]).payload, { binary: false });
        socket.close(4401);
        return;
      }
      if (answer) forgetRequest(socket, line, answer);
      sessionOf.set(socket, new Session(board, socket, line, read.account, read.expiresAt));
      socket.on('message', onMessage);
      socket.on('pong', onPong);
      socket.on('close', onClose);
    });
  });

  let beating = false;
  const beat = async () => {
    const waiting = [...board.sessions];
    const worker = async () => {
      for (let session = waiting.pop(); session; session = waiting.pop()) {
        await session.beat().catch((error: unknown) => deps.log.error(describeBug(error), 'a socket check failed'));
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await Promise.all(Array.from({ length: beatsAtOnce }, worker));
  };
  const heartbeat = setInterval(() => {
    // A round that takes longer than the pause between two is not overtaken by the next.
    if (beating) return;
    beating = true;
    void beat().finally(() => (beating = false));
  }, heartbeatMs);
  heartbeat.unref();
  app.addHook('onClose', async () => clearInterval(heartbeat));
};
