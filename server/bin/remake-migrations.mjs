// Makes both migration sets anew as a single first migration. Only while nothing has been released.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${server}/migrations`, { recursive: true, force: true });
for (const engine of ['sqlite', 'pg']) {
  const { status } = spawnSync(
    'npx',
    ['--no-install', 'drizzle-kit', 'generate', '--config', `drizzle.${engine}.config.ts`, '--name', 'first'],
    { cwd: server, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) process.exit(status ?? 1);
}
