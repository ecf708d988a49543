import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { admitScraper } from './admit-scraper.ts';

/** Numbers for a Prometheus scraper at /metrics, see `admitScraper`. No label ever holds an id or a name. */
export const serveMetrics = (app: FastifyInstance, sockets: () => number) => {
  const { store, contentCheck, config } = app.deps;
  const registers = [new Registry()];
  const [registry] = registers;
  collectDefaultMetrics({ register: registry as Registry });
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('store_commits', 'Committed transactions since the start', () => store.stats.commits);
  gauge('store_writes', 'Writes since the start; more than commits when they were grouped', () => store.stats.writes);
  gauge('content_checks_unanswered', 'Checks of words and pictures that WeChat did not answer since the start', () => contentCheck.stats.unanswered);
  gauge('sockets_open', 'Open realtime sockets', sockets);

  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
  const onRequest = async (request: FastifyRequest) => admitScraper(config.metricsToken, request);
  app.get('/metrics', { schema: { hide: true }, onRequest }, async (_request, reply) =>
    reply.type(registry?.contentType ?? 'text/plain').send(await registry?.metrics()),
  );
};
