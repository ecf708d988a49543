import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { and, eq, lte } from 'drizzle-orm';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { buildTestApp, makeCommandId, type TestApp } from '../platform/test-app.ts';
import { engines, type EngineName } from '../platform/engines.ts';
import type { Villager } from '../disclosure/village.ts';
import { ChatClient, type Line } from './chat-client.ts';
import { seedGroup, type TestGroup } from './seed-group.ts';

const steps = 100;
const seeds = [20261121, Math.floor(Math.random() * 2 ** 31)];
/** The owner stays; the others come and go. */
const people: readonly Villager[] = ['owner', 'rep', 'neighbour', 'supervisor', 'director', 'secretary'];
/** What may be answered when people do things at the same time. */
const expected = new Set(['not-found', 'message-gone', 'recall-too-late', 'group-follows-register', 'sending-too-fast', 'group-busy']);

/** Numbers in [0, 1) that one seed always gives again (mulberry32). */
const chanceOf = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface World {
  readonly servers: readonly TestApp[];
  readonly g: TestGroup;
  readonly clients: readonly { readonly who: Villager; readonly client: ChatClient }[];
  readonly invitationCode: string;
}

const build = async (engine: EngineName): Promise<World> => {
  const one = await buildTestApp({ engine });
  const servers = [one];
  if (engine === 'postgres') servers.push(await buildTestApp({ engine, place: one.place, time: one.time }));
  for (const { app } of servers) await app.listen({ host: '127.0.0.1', port: 0 });
  const g = await seedGroup(one, { members: { owner: 'owner' } });
  const { code } = await one.as(g.v.by.owner).post(api.createInvitation, { params: g.params, body: { days: 1 } });
  const { communityId } = g.params;
  for (const who of people) await one.as(g.v.by[who]).post(api.joinGroup, { params: { communityId, invitationCode: code } });
  // Two devices each, so that one person's screens must agree as well.
  const clients = people.flatMap((who) => [1, 2].map(() => ({ who, client: new ChatClient(g.params, g.v.residents[who]) })));
  return { servers, g, clients, invitationCode: code };
};

const lineTo = async (w: World, server: TestApp, who: Villager): Promise<Line> => {
  const { port } = server.app.server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, token: await server.tokenOf(w.g.v.by[who]) };
};

/** One thing that somebody does, chosen by chance. */
const act = async (w: World, chance: () => number): Promise<void> => {
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const { who, client } = oneOf(w.clients);
  const server = oneOf(w.servers);
  const { params } = w.g;
  const caller = server.as(w.g.v.by[who]);
  const check = ({ code }: { code: string | undefined }) => {
    if (code !== undefined && !expected.has(code)) throw new Error(`refused with ${code}`);
  };
  const what = chance();
  if (what < 0.45) {
    const body = { kind: 'text', text: `${who} ${Math.floor(chance() * 1e6)}` } as const;
    const sent = { params, body, commandId: makeCommandId() };
    check(await caller.call(api.sendMessage, sent));
    // The answer was lost: the device sends again, perhaps to the other process.
    if (chance() < 0.3) check(await oneOf(w.servers).as(w.g.v.by[who]).call(api.sendMessage, sent));
  } else if (what < 0.6) {
    const mine = client.shown.filter(({ author, state }) => author?.id === client.residentId && state === 'shown').at(-1);
    if (mine) check(await caller.call(api.recallMessage, { params: { ...params, messageSeq: String(mine.seq) } }));
  } else if (what < 0.68) {
    if (who !== 'owner') check(await caller.call(api.leaveGroup, { params }));
  } else if (what < 0.78) {
    check(await caller.call(api.joinGroup, { params: { communityId: params.communityId, invitationCode: w.invitationCode } }));
  } else if (what < 0.86) client.drop();
  else if (what < 0.97) await client.connect(await lineTo(w, server, who));
  else {
    // Housekeeping: who is away for longer has to fetch afresh.
    const channel = `group:${params.groupId}`;
    await server.deps.store.write(async (tx) => {
      const { channels: c, channelEvents: e } = tx.t;
      const [row] = await tx.select({ seq: c.lastSeq }).from(c).where(and(eq(c.communityId, params.communityId), eq(c.channel, channel)));
      await tx.delete(e).where(and(eq(e.communityId, params.communityId), eq(e.channel, channel), lte(e.seq, (row?.seq ?? 0) - 3)));
    });
  }
};

const run = async (engine: EngineName, seed: number): Promise<void> => {
  const w = await build(engine);
  const [first] = w.servers;
  if (!first) throw new Error('no server');
  const chance = chanceOf(seed);
  try {
    for (const { who, client } of w.clients) await client.connect(await lineTo(w, first, who));
    for (let step = 0; step < steps; step += 1) {
      first.time.advance(1600);
      await Promise.all(Array.from({ length: 1 + Math.floor(chance() * 4) }, () => act(w, chance)));
    }
    // Everybody comes back with what they know, and who left comes in again.
    const { communityId, groupId } = w.g.params;
    for (const { who, client } of w.clients) {
      const server = w.servers[Math.floor(chance() * w.servers.length)] ?? first;
      await first.as(w.g.v.by[who]).post(api.joinGroup, { params: { communityId, invitationCode: w.invitationCode } });
      await client.connect(await lineTo(w, server, who));
    }
    await first.as(w.g.v.by.owner).post(api.sendMessage, { params: w.g.params, body: { kind: 'text', text: '都到齐了' } });
    const truth = new ChatClient({ communityId, groupId }, w.g.v.residents.owner);
    await truth.fetchAll(await lineTo(w, first, 'owner'));
    expect(truth.shown.map(({ seq }) => seq)).toEqual(truth.shown.map((_, i) => i + 1));
    const own = truth.shown.filter(({ author }) => author !== null).map(({ sentAs }) => sentAs);
    expect(new Set(own).size).toBe(own.length);
    for (const { client } of w.clients) {
      await expect.poll(() => client.cursor, { timeout: 10_000 }).toBe(truth.cursor);
      expect(client.faults).toEqual([]);
      expect(client.shown).toEqual(truth.shown);
    }
    expect(w.servers.flatMap(({ problems }) => problems)).toEqual([]);
  } catch (error) {
    throw new Error(`the model broke with seed ${seed} on ${engine}: ${String(error)}`, { cause: error });
  } finally {
    for (const { client } of w.clients) client.drop();
    for (const server of w.servers) await server.close();
  }
};

describe.each(engines)('many clients of a group on %s', { timeout: 300_000 }, (engine) => {
  it.each(seeds)('end with the same history in the same order, whatever happens (seed %i)', (seed) => run(engine, seed));
});
