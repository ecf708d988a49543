import { connect, type Socket } from 'node:net';

export interface Shot {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Volley {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Answers that were no 200. */
  readonly refused: number;
}

/** The bytes of a request, made before the clock runs. */
export const prepare = ({ method, path, headers = {}, body = '' }: Shot): Buffer => {
  const lines = Object.entries({ host: 'bench', ...headers, ...(body === '' ? {} : { 'content-type': 'application/json' }) });
  const length = method === 'GET' ? [] : [`content-length: ${Buffer.byteLength(body)}`];
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), ...length].join('\r\n');
  return Buffer.from(`${head}\r\n\r\n${body}`);
};

/** End of the first whole answer in a buffer, or -1. Answers carry their length. */
const endOfAnswer = (buffer: Buffer): number => {
  const head = buffer.indexOf('\r\n\r\n');
  if (head < 0) return -1;
  const length = /content-length: (\d+)/i.exec(buffer.toString('latin1', 0, head))?.[1];
  if (length === undefined) throw new Error('an answer without a length');
  const end = head + 4 + Number(length);
  return buffer.length >= end ? end : -1;
};

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.setNoDelay(true)));
    socket.once('error', reject);
  });

/** Sends one request after another on a kept connection; `next` gives the bytes, or null when there are no more. */
const run = (socket: Socket, next: () => Buffer | null, answered: (ok: boolean) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    let kept: Buffer = Buffer.alloc(0);
    const send = () => {
      const request = next();
      if (request === null) {
        socket.end();
        resolve();
      } else socket.write(request);
    };
    socket.on('error', reject);
    socket.on('data', (chunk: Buffer) => {
      kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
      const end = endOfAnswer(kept);
      if (end < 0) return;
      answered(kept.toString('latin1', 9, 12) === '200');
      kept = kept.subarray(end);
      send();
    });
    send();
  });

/** Sends all requests over some kept connections, each waiting for its answer, and stops early when the time is over. */
export const fire = async (port: number, requests: readonly Buffer[], connections: number, maxMs: number): Promise<Volley> => {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  let sent = 0;
  let refused = 0;
  const begin = performance.now();
  const next = () => (performance.now() - begin < maxMs ? (requests[sent++] ?? null) : null);
  let done = 0;
  await Promise.all(
    sockets.map((socket) =>
      run(socket, next, (ok) => {
        done += 1;
        refused += ok ? 0 : 1;
      }),
    ),
  );
  const seconds = (performance.now() - begin) / 1000;
  return { requests: done, seconds, perSecond: done / seconds, refused };
};
