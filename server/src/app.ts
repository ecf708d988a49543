import { ok } from '@bandeng/shared/kernel/refusal.ts';
import { platformApi as api } from '@bandeng/shared/platform/api.ts';
import { platformPolicy as policy } from '@bandeng/shared/platform/policy.ts';
import { platformSchemas as schemas } from '@bandeng/shared/platform/schemas.ts';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyServerOptions } from 'fastify';
import { fileURLToPath } from 'node:url';
import { registerTokens } from './platform/auth/access-token.ts';
import { serveAuth } from './platform/auth/routes.ts';
import { serveCheckFiles } from './platform/content-check/serve-check-files.ts';
import type { Deps } from './platform/deps.ts';
import { serveFiles } from './platform/files/routes.ts';
import { answerErrors } from './platform/http/answer-errors.ts';
import { closeIdleConnections } from './platform/http/close-idle.ts';
import { errorBody } from './platform/http/errors.ts';
import { readVisitor } from './platform/http/authenticate.ts';
import { readJson } from './platform/http/read-json.ts';
import { serveMetrics } from './platform/http/metrics.ts';
import { protect } from './platform/http/protect.ts';
import { serveDocs } from './platform/http/serve-docs.ts';
import { serveQuery } from './platform/http/serve.ts';
import { serveWeb } from './platform/http/serve-web.ts';
import { compileValidator } from './platform/http/validate.ts';
import { serveWechatPush } from './platform/wechat/serve-push.ts';
import { openHub } from './platform/realtime/hub.ts';
import { serveSocket } from './platform/realtime/serve-socket.ts';

const builtWeb = fileURLToPath(new URL('../../miniapp/dist/h5', import.meta.url));

const serverOptions = (trustedProxies: number): FastifyServerOptions => ({
  logger: false,
  trustProxy: (_address: string, hop: number) => hop < trustedProxies,
  bodyLimit: 1_048_576,
  // Long enough for 20 MB over a slow phone; without it a connection that trickles would be held for ever.
  requestTimeout: 300_000,
  routerOptions: { maxParamLength: 200 },
  return503OnClosing: true,
  forceCloseConnections: 'idle',
  // Addresses that cannot be decoded meet no route and no error handler.
  frameworkErrors: (_error, _request, reply: FastifyReply) => {
    void reply.code(400).send(errorBody({ code: 'bad-request' }));
  },
});

/** The server, ready for `listen` or `inject`. Closing it finishes accepted requests; the store stays its owner's. */
export const buildApp = async (deps: Deps, webRoot = builtWeb): Promise<FastifyInstance> => {
  const app = fastify(serverOptions(deps.config.trustedProxies));
  app.decorate('deps', deps);
  app.setValidatorCompiler(compileValidator);
  answerErrors(app);
  closeIdleConnections(app);
  readJson(app);
  await registerTokens(app);
  readVisitor(app);
  await protect(app, webRoot);
  await serveDocs(app);
  const hub = openHub(deps);
  serveMetrics(app, () => hub.size());

  serveQuery(app, api.health, schemas.health, policy.health, async () =>
    ok({ status: 'ok' as const, engine: deps.store.engine, demo: deps.config.demo }),
  );
  serveAuth(app);
  await serveFiles(app);
  serveCheckFiles(app);
  await serveWechatPush(app);
  await serveSocket(app, hub);
  for (const engine of deps.engines) engine.serve(app);
  await serveWeb(app, webRoot);
  return app;
};
