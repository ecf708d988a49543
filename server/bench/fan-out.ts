import { socketProtocol } from '@bandeng/shared/platform/realtime.ts';
import { WebSocket } from 'ws';
import type { AppReady, Ask } from './app-server.ts';
import { start } from './child.ts';
import { compare, type Comparison } from './compare.ts';

const sockets = 200;
const ticks = 20;
const perTick = 25;

/** More people than one: a person has only so many sockets. */
const people = 20;

/** Opens the sockets; `heard` is told how many events each frame held. */
const openAll = (url: string, protocolsOf: (i: number) => string[], hello: string | null, heard: (text: string) => void): Promise<WebSocket[]> =>
  Promise.all(
    Array.from(
      { length: sockets },
      (_, i) =>
        new Promise<WebSocket>((resolve, reject) => {
          const socket = new WebSocket(url, protocolsOf(i), { perMessageDeflate: false });
          socket.on('error', reject);
          socket.on('message', (data: Buffer) => heard(data.toString('latin1')));
          socket.on('open', () => {
            if (hello !== null) socket.send(hello);
            resolve(socket);
          });
        }),
    ),
  );

/** Deliveries of the hub, one frame a tick, beside one send for each event and socket; both after the same durable writes. */
export const benchFanOut = async (): Promise<Comparison[]> => {
  const app = await start<AppReady>('app-server.ts', [String(people)]);
  const { port, nakedPort, communityId, tokens } = app.ready;
  app.send({ ask: 'session' } satisfies Ask);
  const { matterId } = await app.hear<{ matterId: string }>();
  let [events, live] = [0, 0];
  let arrived = () => {};
  const heard = (text: string) => {
    live += text.split('"live":true').length - 1;
    events += text.split('"type":"CommentsChanged","data"').length - 1;
    arrived();
  };
  const until = (done: () => boolean) =>
    new Promise<void>((resolve) => {
      arrived = () => (done() ? resolve() : undefined);
      arrived();
    });
  const hello = JSON.stringify({ subscribe: { [`${communityId}/matter:${matterId}`]: 0 } });
  const ours = await openAll(`ws://127.0.0.1:${port}/api/socket`, (i) => [socketProtocol, tokens[i % people] ?? ''], hello, heard);
  await until(() => live === sockets);
  const theirs = await openAll(`ws://127.0.0.1:${nakedPort}`, () => [], null, heard);

  const all = sockets * ticks * perTick;
  const deliver = async (to: 'channel' | 'each'): Promise<number> => {
    events = 0;
    const begin = performance.now();
    app.send({ ask: 'publish', to, ticks, perTick } satisfies Ask);
    await until(() => events >= all);
    return all / ((performance.now() - begin) / 1000);
  };
  const result = await compare(
    { name: 'fan-out', against: 'one send per event and socket', unit: `deliveries to ${sockets} sockets` },
    () => deliver('channel'),
    () => deliver('each'),
  );
  for (const socket of [...ours, ...theirs]) socket.terminate();
  await app.stop();
  return [result];
};
