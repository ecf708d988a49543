import { socketProtocol } from '@bandeng/shared/platform/realtime.ts';
import { WebSocket } from 'ws';

/** What a bench asks of this process, which holds the other ends of the sockets. */
export type ClientsAsk =
  | { ask: 'open'; sockets: readonly { url: string; token: string | null; subscribe: readonly string[]; room: number }[] }
  /** Answers when so many messages have arrived since the last `count`. */
  | { ask: 'count'; deliveries: number }
  /** Latencies of what arrived since the last `count`, by when it was durable. */
  | { ask: 'latency'; commits: readonly { room: number; seq: number; at: number }[] }
  | { ask: 'resume'; room: number; channel: string; from: number; times: number; inFlight: number };

interface Arrival {
  readonly room: number;
  readonly first: number;
  readonly count: number;
  readonly at: number;
}

const mark = Buffer.from('"type":"message-posted"');
const live = Buffer.from('"live":true');
const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6;

const sockets: { readonly socket: WebSocket; readonly room: number }[] = [];
const resumed = new Map<WebSocket, () => void>();
let arrivals: Arrival[] = [];
let delivered = 0;
let wanted = Infinity;

/** Counts by scanning: parsing a thousand copies would measure the parser of this process. */
const countIn = (frame: Buffer): number => {
  let count = 0;
  for (let at = frame.indexOf(mark); at >= 0; at = frame.indexOf(mark, at + mark.length)) count += 1;
  return count;
};

const hear = (socket: WebSocket, room: number, frame: Buffer) => {
  const count = countIn(frame);
  if (count > 0) {
    const first = Number(/"seq":(\d+)/.exec(frame.toString('latin1', 0, 200))?.[1]);
    arrivals.push({ room, first, count, at: monotonicMs() });
    delivered += count;
    if (delivered >= wanted) {
      wanted = Infinity;
      process.send?.({ done: true });
    }
  }
  if (frame.includes(live)) resumed.get(socket)?.();
};

const open = (asked: Extract<ClientsAsk, { ask: 'open' }>['sockets'][number]) =>
  new Promise<void>((resolve, reject) => {
    const { url, token, subscribe, room } = asked;
    const socket = new WebSocket(url, token === null ? [] : [socketProtocol, token], { perMessageDeflate: false });
    sockets.push({ socket, room });
    let waiting = subscribe.length;
    socket.on('error', reject);
    socket.on('message', (frame: Buffer) => {
      if (waiting > 0 && frame.includes(live)) {
        waiting -= 1;
        if (waiting === 0) resolve();
      }
      hear(socket, room, frame);
    });
    socket.on('open', () => {
      if (subscribe.length === 0) return resolve();
      // From a place that the channel has not reached: nothing old is sent.
      socket.send(JSON.stringify({ subscribe: Object.fromEntries(subscribe.map((name) => [name, 0])) }));
    });
  });

const quantile = (sorted: Float64Array, part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const latency = (commits: Extract<ClientsAsk, { ask: 'latency' }>['commits']) => {
  const at = new Map(commits.map((commit) => [`${commit.room}/${commit.seq}`, commit.at]));
  const waits: number[] = [];
  for (const arrival of arrivals) {
    for (let seq = arrival.first; seq < arrival.first + arrival.count; seq += 1) {
      const committed = at.get(`${arrival.room}/${seq}`);
      if (committed !== undefined) waits.push(arrival.at - committed);
    }
  }
  const sorted = Float64Array.from(waits).sort();
  return { samples: sorted.length, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
};

/** Leaves and comes back, again and again, on so many sockets at once; gives how often in a second. */
const resume = async ({ room, channel, from, times, inFlight }: Extract<ClientsAsk, { ask: 'resume' }>) => {
  const begin = performance.now();
  let left = times;
  const worker = async (socket: WebSocket) => {
    while (left-- > 0) {
      const back = new Promise<void>((resolve) => resumed.set(socket, resolve));
      socket.send(JSON.stringify({ unsubscribe: [channel], subscribe: { [channel]: from } }));
      await back;
    }
    resumed.delete(socket);
  };
  // Those who are in the room; the plain sockets were opened after them.
  const inRoom = sockets.filter((one) => one.room === room).slice(0, inFlight);
  await Promise.all(inRoom.map(({ socket }) => worker(socket)));
  return { perSecond: times / ((performance.now() - begin) / 1000) };
};

const answer = async (asked: ClientsAsk): Promise<object | null> => {
  switch (asked.ask) {
    case 'open':
      for (let i = 0; i < asked.sockets.length; i += 100) await Promise.all(asked.sockets.slice(i, i + 100).map(open));
      return { opened: asked.sockets.length };
    case 'count':
      [arrivals, delivered, wanted] = [[], 0, asked.deliveries];
      return null;
    case 'latency':
      return latency(asked.commits);
    case 'resume':
      return resume(asked);
  }
};

process.on('message', (asked: ClientsAsk) => {
  answer(asked).then(
    (said) => said === null || process.send?.(said),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
