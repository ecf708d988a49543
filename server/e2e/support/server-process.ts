import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../..', import.meta.url));

/** A port that the system gave out just now. Its number must be known beforehand: QR codes carry the address. */
const findPort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

export interface ServedCommunity {
  readonly dataDir: string;
  readonly origin: string;
  /** What the server wrote, for the message of a test that fails. */
  readonly output: () => string;
  /** Ends the server; its data stay. */
  readonly stop: () => Promise<void>;
  /** Ends the server and removes its data. */
  readonly remove: () => Promise<void>;
}

/**
 * Starts the real server in a process and data folder of its own, with the demonstration community, and waits until it listens.
 * @param seeded a data folder to begin with, so that the demonstration is not played again
 * @param environment more variables, e.g. those of WeChat
 * @param prepare changes the data before the server starts
 */
export const serveCommunity = async (
  seeded: string | null,
  environment: Readonly<Record<string, string>> = {},
  prepare?: (dataDir: string) => Promise<void>,
): Promise<ServedCommunity> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bandeng-e2e-'));
  if (seeded !== null) cpSync(seeded, dataDir, { recursive: true });
  await prepare?.(dataDir);
  const port = await findPort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: server,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: dataDir,
      DEMO: 'on',
      PORT: String(port),
      REQUESTS_PER_MINUTE: '0',
      MAX_LAG_MS: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data.toString();
      if (output.includes('demonstration accounts')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`the server ended before it listened: ${output}`)));
  });
  return {
    dataDir,
    origin: `http://127.0.0.1:${port}`,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    remove: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
