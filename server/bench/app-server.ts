import { deliberationApi as api } from '@bandeng/shared/deliberation/api.ts';
import { fillPath, type Endpoint } from '@bandeng/shared/kernel/api.ts';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { buildApp } from '../src/app.ts';
import { signIn } from '../src/platform/auth/sign-in.ts';
import { frameOf } from '../src/platform/realtime/frame.ts';
import { publish } from '../src/platform/realtime/publish.ts';
import { openDeps, seatElectors } from './place.ts';

/** What a bench asks of this process. */
export type Ask = { ask: 'session' } | { ask: 'publish'; to: 'channel' | 'each'; ticks: number; perTick: number };

export interface AppReady {
  readonly port: number;
  readonly nakedPort: number;
  readonly communityId: string;
  readonly tokens: readonly string[];
}

const size = Number(process.argv[2]);
const deps = await openDeps();
const app = await buildApp(deps, deps.config.dataDir);
await app.listen({ host: '127.0.0.1', port: 0 });
const { communityId, accounts } = await seatElectors(deps, size);
const tokens = await Promise.all(
  accounts.map(async (id) => (await deps.store.write((tx) => signIn(app, tx, id, 'demo', deps.clock()))).accessToken),
);

const call = async (endpoint: Endpoint, params: Record<string, string>, body?: object): Promise<{ id: string }> => {
  const answer = await app.inject({
    method: endpoint.method,
    url: fillPath(endpoint.path, { communityId, ...params }),
    headers: { authorization: `Bearer ${tokens[0]}`, 'idempotency-key': deps.newId() },
    ...(body === undefined ? {} : { payload: body }),
  });
  if (answer.statusCode !== 200) throw new Error(`${endpoint.name}: ${answer.body}`);
  return answer.json();
};

/** A matter whose first vote is open to everybody here. */
const openVote = async () => {
  const words = { title: '屋顶维修', summary: '', text: '修补三栋屋顶。', type: 'public-works', secret: false };
  const { id: matterId } = await call(api.createDraft, {}, { ...words, assembly: 'representatives', budgetFen: null, options: [], fileIds: [] });
  await call(api.submitMatter, { matterId }, { revision: 1 });
  const startsAt = deps.clock();
  const times = { startsAt, closesAt: startsAt + 3_600_000 };
  const meeting = { question: '是否同意？', place: '', online: true, ...times, fileIds: [], joint: false };
  const { id: sessionId } = await call(api.conveneSession, { matterId }, meeting);
  await call(api.openSession, { sessionId });
  return { matterId, sessionId };
};

// The same events, each sent to each socket by itself.
const naked = new Set<WebSocket>();
const nakedServer = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
nakedServer.on('connection', (socket) => {
  naked.add(socket);
  socket.on('close', () => naked.delete(socket));
});
await new Promise((resolve) => nakedServer.once('listening', resolve));

const deliver = async ({ to, ticks, perTick }: Extract<Ask, { ask: 'publish' }>, channel: string) => {
  const data = { type: 'CommentsChanged', comments: 12 };
  for (let tick = 0; tick < ticks; tick += 1) {
    const events = Array.from({ length: perTick }, () =>
      deps.store.write(async (tx) => {
        const seq = await publish(tx, communityId, to === 'channel' ? channel : 'unheard:x', 'CommentsChanged', data, deps.clock());
        if (to === 'each') {
          tx.after(() => {
            const frame = frameOf([{ channel: `${communityId}/${channel}`, seq, type: 'CommentsChanged', data }]);
            for (const socket of naked) socket.send(frame.payload, { binary: false });
          });
        }
      }),
    );
    await Promise.all(events);
  }
};

let matterId = '';
const answer = async (asked: Ask) => {
  if (asked.ask === 'publish') await deliver(asked, `matter:${matterId}`);
  else {
    const vote = await openVote();
    matterId = vote.matterId;
    process.send?.(vote);
  }
};
process.on('message', (asked: Ask) => {
  answer(asked).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
const portOf = (address: unknown) => (address as AddressInfo).port;
const ready: AppReady = { port: portOf(app.server.address()), nakedPort: portOf(nakedServer.address()), communityId, tokens };
process.send?.(ready);
