// Makes both migration sets anew as a single first migration. Only while nothing has been released.
// What the schema kit cannot say, the search index, follows from a file of each engine.
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
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
  appendFileSync(`${server}/migrations/${engine}/0000_first.sql`, readFileSync(`${server}/src/platform/store/search.${engine}.sql`));
}
