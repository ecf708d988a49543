import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import { sendMessage } from '../src/chat/send-message.ts';
import { groupScope } from '../src/chat/load-group.ts';
import { buildApp } from '../src/app.ts';
import { signIn } from '../src/platform/auth/sign-in.ts';
import type { Actor } from '../src/platform/http/actor.ts';
import { runCommand } from '../src/platform/http/run-command.ts';
import { openDeps } from './place.ts';
import { seatGroup, seatNeighbours, type Neighbour } from './neighbours.ts';

/** What a bench asks of this process. */
export type ChatAsk =
  /** `rooms`: through the hub to its sockets; `each`: the same command in rooms without listeners, then one send for each plain socket. */
  | { ask: 'say'; to: 'rooms' | 'each'; messages: number; inFlight: number; perSecond: number | null }
  | { ask: 'memory' };

export interface ChatReady {
  readonly port: number;
  readonly plainPort: number;
  readonly communityId: string;
  readonly tokens: readonly string[];
  readonly residentIds: readonly string[];
}

/** When which message was durable, in ms of the monotonic clock that all processes of a machine share. */
export type Commits = readonly { readonly room: number; readonly seq: number; readonly at: number }[];

export const roomIds = ['room-0', 'room-1'] as const;
const quietIds = ['quiet-0', 'quiet-1'] as const;
export const smallGroups = 10;
const size = Number(process.argv[2]);

const deps = await openDeps();
const app = await buildApp(deps, deps.config.dataDir);
await app.listen({ host: '127.0.0.1', port: 0 });
const { communityId, people } = await seatNeighbours(deps, size);
const inRoom = (room: number) => people.filter((_, i) => i % roomIds.length === room);
await deps.store.write(async (tx) => {
  for (const ids of [roomIds, quietIds]) for (const [room, id] of ids.entries()) await seatGroup(tx, communityId, id, inRoom(room), deps.clock());
  for (let i = 0; i < smallGroups - 2; i += 1) await seatGroup(tx, communityId, `small-${i}`, people.slice(0, 40), deps.clock());
});
const tokens = await Promise.all(
  people.map(async ({ accountId }) => (await deps.store.write((tx) => signIn(app, tx, accountId, 'demo', deps.clock()))).accessToken),
);

// What is measured against: each message sent to each socket by itself.
const plain: Set<WebSocket>[] = roomIds.map(() => new Set());
const plainServer = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
plainServer.on('connection', (socket, request) => {
  const sockets = plain[Number(request.url?.slice(1))];
  sockets?.add(socket);
  socket.on('close', () => sockets?.delete(socket));
});
await new Promise((resolve) => plainServer.once('listening', resolve));

const actorOf = ({ accountId, residentId }: Neighbour): Actor => ({
  accountId, communityId, residentId, name: '邻居', dwells: true, roles: ['resident'], grants: [],
});
const monotonicMs = () => Number(process.hrtime.bigint()) / 1e6;
const text = '今晚八点在院子里开楼栋会，讨论加装电梯的分摊办法，请大家带上小板凳。';

/** The command that the route carries out, with everything that it checks and writes. */
const sayOne = async (n: number, to: 'rooms' | 'each', commits: { room: number; seq: number; at: number }[]) => {
  const room = n % roomIds.length;
  const groupId = (to === 'rooms' ? roomIds : quietIds)[room] ?? '';
  const members = inRoom(room);
  const person = members[Math.floor(n / roomIds.length) % members.length];
  if (!person) throw new Error('an empty room');
  const actor = actorOf(person);
  const [commandId, now] = [randomBytes(12).toString('base64url'), deps.clock()];
  const input = { kind: 'text', text } as const;
  const key = { communityId, actorId: actor.accountId, commandId, request: { operation: 'sendMessage', params: { communityId, groupId }, body: input } };
  const account = { id: actor.accountId, signInId: '' };
  const result = await runCommand(deps, key, groupScope(communityId, groupId), async (tx) => {
    const sent = await sendMessage({
      tx, actor, account, visitor: { account, actor }, params: { communityId, groupId }, query: undefined,
      body: input, now, newId: deps.newId, deps, commandId, before: { pass: true },
    });
    const message = sent.ok ? sent.value.message : null;
    if (message) {
      tx.after(() => {
        commits.push({ room, seq: message.seq, at: monotonicMs() });
        if (to === 'rooms') return;
        const frame = JSON.stringify([{ channel: `${communityId}/group:${groupId}`, seq: message.seq, type: 'message-posted', data: message }]);
        for (const socket of plain[room] ?? []) socket.send(frame);
      });
    }
    return sent;
  });
  if (!result.ok) throw new Error(`a message was refused: ${result.refusal.code}`);
};

const say = async ({ to, messages, inFlight, perSecond }: Extract<ChatAsk, { ask: 'say' }>): Promise<Commits> => {
  await deps.store.write((tx) => tx.update(tx.t.groupMembers).set({ floodTokens: 0, floodAt: 0 }));
  const commits: { room: number; seq: number; at: number }[] = [];
  const begin = performance.now();
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < messages; n = next++) {
      const early = perSecond === null ? 0 : begin + (n * 1000) / perSecond - performance.now();
      if (early > 0) await pause(early);
      await sayOne(n, to, commits);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return commits;
};

const memory = async (): Promise<{ rss: number }> => {
  for (let i = 0; i < 4; i += 1) {
    globalThis.gc?.();
    await pause(200);
  }
  return { rss: process.memoryUsage.rss() };
};

process.on('message', (asked: ChatAsk) => {
  (asked.ask === 'say' ? say(asked) : memory()).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
const portOf = (address: unknown) => (address as AddressInfo).port;
const ready: ChatReady = {
  port: portOf(app.server.address()), plainPort: portOf(plainServer.address()), communityId, tokens, residentIds: people.map(({ residentId }) => residentId),
};
process.send?.(ready);
