import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { engines, makePlace } from './engines.ts';

const server = fileURLToPath(new URL('../..', import.meta.url));

interface Running {
  child: ChildProcess;
  origin: string;
  ended: Promise<number | null>;
  output(): string;
}

const children: ChildProcess[] = [];

/** Starts the real entry point on a free port and waits for the address that it prints. */
const start = async (env: Record<string, string>): Promise<Running> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: server,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DEMO: 'off', ...env },
  });
  children.push(child);
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return { child, origin, ended, output: () => output };
};

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

// Real processes start four times here, on machines that may be busy.
describe('the server process', { timeout: 180_000 }, () => {
  it.each(engines)('finishes what it accepted when told to end, and starts again with it (%s)', async (engine) => {
    const { dataDir, databaseUrl } = await makePlace(engine);
    const env = { DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) };
    const first = await start(env);
    const begin = (origin: string, id: string) =>
      fetch(`${origin}/api/auth/web-logins`, { method: 'POST', headers: { 'idempotency-key': `command-${id}` } });
    // All of these are on their way when the signal comes; every one that is answered must have been kept.
    const answers = Promise.allSettled(Array.from({ length: 100 }, (_, i) => begin(first.origin, String(i))));
    await new Promise((resolve) => setTimeout(resolve, 20));
    first.child.kill('SIGTERM');
    const ids: { id: string; pollSecret: string }[] = [];
    for (const answer of await answers) {
      if (answer.status === 'fulfilled' && answer.value.status === 200) ids.push((await answer.value.json()) as { id: string; pollSecret: string });
    }
    expect(await first.ended).toBe(0);
    const second = await start(env);
    for (const { id, pollSecret } of ids) {
      const response = await fetch(`${second.origin}/api/auth/web-logins/${id}/poll`, {
        method: 'POST',
        headers: { 'idempotency-key': `poll-${id}`, 'content-type': 'application/json' },
        body: JSON.stringify({ pollSecret }),
      });
      expect(await response.json()).toEqual({ status: 'waiting', signedIn: null });
    }
    const socket = new WebSocket(`${second.origin.replace('http', 'ws')}/api/socket`, ['bandeng', 'x']);
    const farewell = await new Promise((resolve, reject) => {
      socket.on('message', (data: Buffer) => resolve(JSON.parse(data.toString())));
      socket.on('error', reject);
    });
    expect(farewell).toEqual([{ closing: 'not-signed-in' }]);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('refuses to start with a bad environment, one sentence for each variable', async () => {
    const problem = await start({ NODE_ENV: 'production', DEMO: 'on' }).catch((error: Error) => error.message);
    expect(problem).toContain('ended with 78');
    for (const variable of ['DEMO', 'PUBLIC_URL', 'JWT_SECRET', 'RECEIPT_SECRET']) expect(problem).toContain(`- ${variable} must`);
  });
});
