import { chatApi as api } from '@bandeng/shared/chat/api.ts';
import { describe, expect, it } from 'vitest';
import type { Villager } from '../disclosure/village.ts';
import { engines, type EngineName } from '../platform/engines.ts';
import { buildTestApp } from '../platform/test-app.ts';
import { ChatClient } from './chat-client.ts';
import { act, lineTo, type World } from './model-acts.ts';
import { Reference } from './model-reference.ts';
import { seedGroup } from './seed-group.ts';

/** `MODEL_SEED` plays one run again, `MODEL_STEPS` plays longer ones. */
const { MODEL_SEED: again, MODEL_STEPS: asked = '100' } = process.env;
const steps = Number(asked);
const seeds = again === undefined ? [20261121, Math.floor(Math.random() * 2 ** 31)] : [Number(again)];
/** Between two looks at what everybody has unread. */
const lookEvery = 10;
/** The owner stays; the others come and go. */
const people: readonly Villager[] = ['owner', 'rep', 'neighbour', 'supervisor', 'director', 'secretary'];

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

const build = async (engine: EngineName): Promise<World> => {
  const one = await buildTestApp({ engine });
  const servers = [one];
  if (engine === 'postgres') servers.push(await buildTestApp({ engine, place: one.place, time: one.time }));
  for (const { app } of servers) await app.listen({ host: '127.0.0.1', port: 0 });
  const g = await seedGroup(one, { members: { owner: 'owner' } });
  const { code } = await one.as(g.v.by.owner).post(api.createInvitation, { params: g.params, body: { days: 30 } });
  const { communityId } = g.params;
  for (const who of people) await one.as(g.v.by[who]).post(api.joinGroup, { params: { communityId, invitationCode: code } });
  // Two devices each, so that one person's screens must agree as well.
  const clients = people.flatMap((who) => [1, 2].map(() => ({ who, client: new ChatClient(g.params, g.v.residents[who]) })));
  return { servers, g, clients };
};

/** Somebody reads up to what one of the own screens shows, or a part of it. */
const read = async ({ g, clients, servers }: World, reference: Reference, chance: () => number): Promise<void> => {
  const { who, client } = clients[Math.floor(chance() * clients.length)] ?? {};
  const server = servers[Math.floor(chance() * servers.length)];
  if (who === undefined || client === undefined || server === undefined) return;
  const seq = Math.floor((client.shown.at(-1)?.seq ?? 0) * (chance() < 0.7 ? 1 : chance()));
  const { status } = await server.as(g.v.by[who]).call(api.markRead, { params: g.params, body: { seq } });
  if (status === 200) reference.mark(g.v.residents[who], seq);
};

const run = async (engine: EngineName, seed: number): Promise<void> => {
  const w = await build(engine);
  const [first] = w.servers;
  if (!first) throw new Error('no server');
  const chance = chanceOf(seed);
  const reference = new Reference(first, w.g, 'owner');
  let step = 0;
  try {
    for (const { who, client } of w.clients) await client.connect(await lineTo(w, first, who));
    for (; step < steps; step += 1) {
      first.time.advance(1600);
      await Promise.all(Array.from({ length: 1 + Math.floor(chance() * 4) }, () => act(w, chance)));
      await reference.follow();
      // By itself: whether words or a mark came first decides what is read.
      if (chance() < 0.4) await read(w, reference, chance);
      if (step % lookEvery === 0) expect(await reference.differences(people)).toEqual([]);
    }
    // Everybody comes back with what they know, and who left comes in again.
    first.time.advance(60_000);
    const { params, v } = w.g;
    for (const { who, client } of w.clients) {
      const server = w.servers[Math.floor(chance() * w.servers.length)] ?? first;
      const { code } = await first.as(v.by.owner).post(api.createInvitation, { params, body: { days: 1 } });
      await first.as(v.by[who]).post(api.joinGroup, { params: { ...params, invitationCode: code } });
      await client.connect(await lineTo(w, server, who));
    }
    await first.as(v.by.owner).post(api.sendMessage, { params, body: { kind: 'text', text: '都到齐了' } });
    const truth = new ChatClient(params, v.residents.owner);
    await truth.fetchAll(await lineTo(w, first, 'owner'));
    expect(truth.shown.map(({ seq }) => seq)).toEqual(truth.shown.map((_, i) => i + 1));
    const own = truth.shown.filter(({ author }) => author !== null).map(({ sentAs }) => sentAs);
    expect(new Set(own).size).toBe(own.length);
    for (const { client } of w.clients) {
      await expect.poll(() => client.cursor, { timeout: 20_000 }).toBe(truth.cursor);
      expect(client.faults).toEqual([]);
      expect(client.shown).toEqual(truth.shown);
    }
    expect(await reference.differences(people)).toEqual([]);
    expect(w.servers.flatMap(({ problems }) => problems)).toEqual([]);
  } catch (error) {
    throw new Error(`the model broke at step ${step} with seed ${seed} on ${engine}: ${String(error)}`, { cause: error });
  } finally {
    for (const { client } of w.clients) client.drop();
    for (const server of w.servers) await server.close();
  }
};

describe.each(engines)('many clients of a group on %s', { timeout: 300_000 + steps * 1000 }, (engine) => {
  it.each(seeds)('end with the same history, and everybody with what is unread and who called, whatever happens (seed %i)', (seed) =>
    run(engine, seed),
  );
});
