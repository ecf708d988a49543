import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const server = fileURLToPath(new URL('..', import.meta.url));
const drizzleKit = join(server, 'node_modules/drizzle-kit/bin.cjs');

describe.each([
  ['sqlite', 'sqlite'],
  ['pg', 'postgresql'],
])('migrations for %s', (engine, dialect) => {
  it('make exactly the tables of the schema', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'bandeng-migrations-'));
    cpSync(join(server, 'migrations', engine), copy, { recursive: true });
    const before = readdirSync(copy);
    const schema = `src/platform/store/schema.${engine}.cjs`;
    const options = ['generate', `--dialect=${dialect}`, `--schema=${schema}`, `--out=${copy}`, '--casing=snake_case'];
    await promisify(execFile)(process.execPath, [drizzleKit, ...options], { cwd: server });
    const missing = readdirSync(copy).filter((name) => !before.includes(name)).map((name) => readFileSync(join(copy, name), 'utf8'));
    expect(missing).toEqual([]);
  });
});
