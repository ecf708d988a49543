import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Running<Ready> {
  readonly ready: Ready;
  send(message: object): void;
  /** The next message of the process. */
  hear<T>(): Promise<T>;
  stop(): Promise<void>;
}

const nextMessage = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a bench process ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });

/** Starts a file of this folder as a process of its own, so that load and server do not share a thread. */
export const start = async <Ready>(
  file: string,
  args: readonly string[] = [],
  nodeArgs: readonly string[] = [],
): Promise<Running<Ready>> => {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], { execArgv: ['--import', import.meta.resolve('tsx'), ...nodeArgs] });
  const ready = await nextMessage<Ready>(child);
  return {
    ready,
    send: (message) => void child.send(message),
    hear: () => nextMessage(child),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
};
