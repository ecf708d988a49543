import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { channelName, socketPath } from '@bandeng/shared/platform/realtime.ts';
import { randomBytes } from 'node:crypto';
import type { ChatAsk, ChatReady, Commits } from './chat-server.ts';
import type { ClientsAsk } from './chat-clients.ts';
import { start, type Running } from './child.ts';
import { compare, type Comparison, type Reading } from './compare.ts';
import { fire, prepare } from './load.ts';

const people = 1_000;
const rooms = 2;
const roomSize = people / rooms;
const burst = { messages: 600, inFlight: 128 };
const moderate = { messages: 320, perSecond: 80 };
const idleSockets = 2_000;
const connections = 32;

type Server = Running<ChatReady>;
type Clients = Running<unknown>;

const socketUrl = ({ ready }: Server) => `ws://127.0.0.1:${ready.port}${socketPath}`;
const roomChannel = ({ ready }: Server, room: number) => channelName(ready.communityId, 'group', `room-${room}`);

/** Somebody's socket as the app opens it: the own channel, and the room. */
const socketOf = (server: Server, person: number) => {
  const { tokens, residentIds, communityId } = server.ready;
  const [token = '', residentId = ''] = [tokens[person % people], residentIds[person % people]];
  const room = person % rooms;
  return { url: socketUrl(server), token, subscribe: [channelName(communityId, 'me', residentId), roomChannel(server, room)], room };
};

const open = async (clients: Clients, sockets: Extract<ClientsAsk, { ask: 'open' }>['sockets']) => {
  clients.send({ ask: 'open', sockets } satisfies ClientsAsk);
  await clients.hear();
};

const say = async (server: Server, clients: Clients, to: 'rooms' | 'each', how: { messages: number; inFlight: number; perSecond: number | null }) => {
  clients.send({ ask: 'count', deliveries: how.messages * roomSize } satisfies ClientsAsk);
  const [said, arrived] = [server.hear<Commits>(), clients.hear()];
  const begin = performance.now();
  server.send({ ask: 'say', to, ...how } satisfies ChatAsk);
  await arrived;
  const seconds = (performance.now() - begin) / 1000;
  return { perSecond: (how.messages * roomSize) / seconds, commits: await said };
};

const memoryOf = async (server: Server): Promise<number> => {
  server.send({ ask: 'memory' } satisfies ChatAsk);
  return (await server.hear<{ rss: number }>()).rss;
};

/** What one more socket that hears nothing adds to the server, beside a thousand that were there before. */
const measureIdle = async (server: Server): Promise<Reading> => {
  const before = await memoryOf(server);
  const idle = await start<unknown>('chat-clients.ts');
  await open(idle, Array.from({ length: idleSockets }, (_, i) => socketOf(server, i)));
  const after = await memoryOf(server);
  await idle.stop();
  return { name: 'idle-socket', unit: 'kB of memory each', value: Number(((after - before) / idleSockets / 1000).toFixed(2)), goal: '≤ 8' };
};

const measureFanOut = async (server: Server, clients: Clients): Promise<(Comparison | Reading)[]> => {
  const fanOut = await compare(
    { name: 'chat-fan-out', against: 'one send per message and socket', unit: `deliveries of durable messages to ${people} sockets in ${rooms} rooms` },
    async () => (await say(server, clients, 'rooms', { ...burst, perSecond: null })).perSecond,
    async () => (await say(server, clients, 'each', { ...burst, perSecond: null })).perSecond,
  );
  const latencyOf = async (commits: Commits) => {
    clients.send({ ask: 'latency', commits } satisfies ClientsAsk);
    return clients.hear<{ samples: number; p50: number; p99: number }>();
  };
  const unit = (load: string) => `ms from durable to received, ${load}`;
  const rate = `${moderate.perSecond} messages = ${moderate.perSecond * roomSize} deliveries a second`;
  const calm = await latencyOf((await say(server, clients, 'rooms', { ...moderate, inFlight: 64 })).commits);
  const flat = await latencyOf((await say(server, clients, 'rooms', { ...burst, perSecond: null })).commits);
  return [
    fanOut,
    { name: 'chat-p50', unit: unit(rate), value: Number(calm.p50.toFixed(1)) },
    { name: 'chat-p99', unit: unit(rate), value: Number(calm.p99.toFixed(1)), goal: '≤ 50' },
    { name: 'chat-p99-full', unit: unit('as fast as the server takes them'), value: Number(flat.p99.toFixed(1)) },
  ];
};

const volley = async (port: number, requests: readonly Buffer[]): Promise<number> => {
  const { perSecond, refused, requests: sent } = await fire(port, requests, connections, 8_000);
  if (refused > 0) throw new Error(`${refused} of ${sent} requests were refused`);
  return perSecond;
};

const measureRequests = async (server: Server, clients: Clients, hello: Running<{ port: number }>): Promise<Comparison[]> => {
  const { port, communityId, tokens } = server.ready;
  const text = '今晚八点在院子里开楼栋会，讨论加装电梯的分摊办法。';
  const greet = (method: string, count: number, body?: string) =>
    volley(hello.ready.port, Array.from({ length: count }, () => prepare({ method, path: '/hello', ...(body === undefined ? {} : { body }) })));
  const bearer = (i: number) => ({ authorization: `Bearer ${tokens[i % people]}` });
  const sendOne = (i: number) =>
    prepare({
      method: 'POST',
      path: fillPath(api.sendMessage.path, { communityId, groupId: `quiet-${i % rooms}` }),
      headers: { ...bearer(i), 'idempotency-key': randomBytes(12).toString('base64url') },
      body: JSON.stringify({ kind: 'text', text }),
    });
  const listOne = (i: number) => prepare({ method: 'GET', path: fillPath(api.listGroups.path, { communityId }), headers: bearer(i % 40) });
  const missed = async (): Promise<number> => {
    const channel = roomChannel(server, 0);
    clients.send({ ask: 'resume', room: 0, channel, from: (await headOf(server)) - 100, times: 400, inFlight: connections } satisfies ClientsAsk);
    return (await clients.hear<{ perSecond: number }>()).perSecond;
  };
  return [
    await compare({ name: 'chat-resume', against: 'GET hello of bare Fastify', unit: 'resumes of 100 missed messages' }, missed, () => greet('GET', 2_000)),
    await compare(
      { name: 'chat-unread', against: 'GET hello of bare Fastify', unit: 'lists of ten groups with unread counts' },
      () => volley(port, Array.from({ length: 600 }, (_, i) => listOne(i))),
      () => greet('GET', 2_000),
    ),
    await compare(
      { name: 'chat-send', against: 'POST hello of bare Fastify', unit: 'durable messages over HTTP' },
      () => volley(port, Array.from({ length: 600 }, (_, i) => sendOne(i))),
      () => greet('POST', 2_000, '{"kind":"text"}'),
    ),
  ];
};

/** Last event of the first room, from the group as a member opens it. */
const headOf = async ({ ready }: Server): Promise<number> => {
  const path = fillPath(api.openGroup.path, { communityId: ready.communityId, groupId: 'room-0' });
  const answer = await fetch(`http://127.0.0.1:${ready.port}${path}`, { headers: { authorization: `Bearer ${ready.tokens[0]}` } });
  return ((await answer.json()) as { group: { cursor: number } }).group.cursor;
};

/** Chat: a thousand sockets in two rooms, resuming, the unread list and sending. Sockets live in a process of their own. */
export const benchChat = async (): Promise<(Comparison | Reading)[]> => {
  const hello = await start<{ port: number }>('hello-server.ts');
  const server = await start<ChatReady>('chat-server.ts', [String(people)], ['--expose-gc']);
  const clients = await start<unknown>('chat-clients.ts');
  await open(clients, Array.from({ length: people }, (_, i) => socketOf(server, i)));
  const idle = await measureIdle(server);
  const plainUrl = (room: number) => `ws://127.0.0.1:${server.ready.plainPort}/${room}`;
  await open(clients, Array.from({ length: people }, (_, i) => ({ url: plainUrl(i % rooms), token: null, subscribe: [], room: i % rooms })));
  const results = [...(await measureFanOut(server, clients)), idle, ...(await measureRequests(server, clients, hello))];
  await Promise.all([hello.stop(), server.stop(), clients.stop()]);
  return results;
};
