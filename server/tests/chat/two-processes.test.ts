import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import type { Message } from '@bandeng/shared/chat/schemas.ts';
import { fillPath } from '@bandeng/shared/kernel/api.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { startServer, type ServerProcess } from '../deliberation/server-process.ts';
import type { Villager } from '../disclosure/village.ts';
import { buildTestApp, makeCommandId } from '../platform/test-app.ts';
import { makeTestClock } from '../platform/test-clock.ts';
import { ChatClient, type Line } from './chat-client.ts';
import { seedGroup } from './seed-group.ts';

const listeners: readonly Villager[] = ['owner', 'rep', 'supervisor', 'neighbour'];
const perPhase = 8;

const running = new Set<ServerProcess>();
const clients = new Set<ChatClient>();
afterEach(async () => {
  for (const client of clients) client.drop();
  for (const server of running) await server.kill();
  clients.clear();
  running.clear();
});

describe('two server processes on PostgreSQL', { timeout: 300_000 }, () => {
  const prepare = async () => {
    const t = await buildTestApp({ engine: 'postgres', time: makeTestClock(Date.now()) });
    const g = await seedGroup(t);
    const tokens = Object.fromEntries(await Promise.all(listeners.map(async (who) => [who, await t.tokenOf(g.v.by[who])] as const)));
    await t.close();
    const [one, two] = await Promise.all([startServer(t.place), startServer(t.place)]);
    running.add(one).add(two);
    const line = (server: ServerProcess, who: Villager): Line => ({ origin: server.origin, token: tokens[who] ?? '' });
    /** Sends until there is an answer, at whichever server is left. */
    const send = async (who: Villager, text: string, servers: readonly ServerProcess[]): Promise<Message> => {
      const commandId = makeCommandId();
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const { origin, token } = line(servers[attempt % servers.length] ?? one, who);
        const headers = { authorization: `Bearer ${token}`, 'idempotency-key': commandId, 'content-type': 'application/json' };
        const body = JSON.stringify({ kind: 'text', text });
        const answer = await fetch(origin + fillPath(api.sendMessage.path, g.params), { method: 'POST', headers, body }).catch(() => null);
        if (answer?.status === 200) return ((await answer.json()) as { message: Message }).message;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('no server took the message');
    };
    const open = async (who: Villager, server: ServerProcess): Promise<ChatClient> => {
      const client = new ChatClient(g.params, g.v.residents[who]);
      clients.add(client);
      await client.connect(line(server, who));
      return client;
    };
    return { one, two, line, send, open };
  };
  const texts = (client: ChatClient) => client.shown.map(({ text }) => text);

  it('what is sent at one is seen at the other, in one order', async () => {
    const { one, two, send, open } = await prepare();
    const [here, there] = [await open('owner', one), await open('rep', two)];
    const sent = await Promise.all(
      Array.from({ length: perPhase }, (_, i) => send(i % 2 === 0 ? 'owner' : 'rep', `第 ${i} 句`, [i % 2 === 0 ? one : two])),
    );
    const inOrder = [...sent].sort((a, b) => a.seq - b.seq);
    for (const client of [here, there]) await expect.poll(() => client.shown, { timeout: 20_000 }).toEqual(inOrder);
    expect([...here.faults, ...there.faults]).toEqual([]);
  });

  it('killing one loses nothing for the clients that move over', async () => {
    const { one, two, line, send, open } = await prepare();
    const moving = [await open('owner', one), await open('supervisor', one)];
    const staying = await open('rep', two);
    const acknowledged: Message[] = [];
    const speak = async (who: Villager, servers: readonly ServerProcess[]) => {
      for (let i = 0; i < perPhase; i += 1) acknowledged.push(await send(who, `${who} ${i}`, servers));
    };
    // Both speak while the first server dies under them, without a chance to finish anything.
    const talk = Promise.all([speak('neighbour', [one, two]), speak('rep', [two])]);
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(4);
    await one.kill();
    running.delete(one);
    await expect.poll(() => moving.map(({ connected }) => connected)).toEqual([false, false]);
    await moving[0]?.connect(line(two, 'owner'));
    await talk;
    await moving[1]?.connect(line(two, 'supervisor'));
    const truth = [...acknowledged].sort((a, b) => a.seq - b.seq);
    expect(truth.map(({ seq }) => seq)).toEqual(truth.map((_, i) => i + 1));
    for (const client of [...moving, staying]) {
      await expect.poll(() => texts(client), { timeout: 20_000 }).toEqual(truth.map(({ text }) => text));
      expect([client.faults, client.refetched]).toEqual([[], 1]);
    }
  });
});
