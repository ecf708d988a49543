import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StoreLocation } from '../../src/platform/store/open-store.ts';
import { testSecret } from '../platform/test-app.ts';

const server = fileURLToPath(new URL('../..', import.meta.url));

export const environmentOf = ({ dataDir, databaseUrl }: StoreLocation): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  DATA_DIR: dataDir,
  JWT_SECRET: testSecret,
  RECEIPT_SECRET: `${testSecret} receipts`,
  DEMO: 'off',
  PORT: '0',
  REQUESTS_PER_MINUTE: '0',
  ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
});

export interface ServerProcess {
  readonly origin: string;
  /** As a power cut would: no chance to finish anything. */
  kill(): Promise<void>;
}

/** The real entry point in a process of its own, on a free port. */
export const startServer = async (place: StoreLocation): Promise<ServerProcess> => {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: server,
    env: environmentOf(place),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const origin = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (data: Buffer) => {
      output += data.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(() => reject(new Error(`the server ended: ${output}`)));
  });
  return {
    origin,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
