import { channelName, type ChannelEvent, type Notice, type ServerFrame } from '@bandeng/shared/platform/realtime.ts';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Engine } from '../../src/platform/engine.ts';
import { maxSockets } from '../../src/platform/realtime/crowd.ts';
import { publish } from '../../src/platform/realtime/publish.ts';
import { engines } from './engines.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

/** Whether members may hear matters now, and what happens while that is being read. */
let open = true;
let meanwhile: (() => Promise<unknown>) | null = null;

const listening: Engine = {
  name: 'listening',
  serve: () => {},
  members: {
    loadMember: async (_db, communityId, accountId) => ({
      accountId,
      communityId,
      residentId: accountId,
      name: '王工',
      dwells: true,
      roles: ['resident'],
      grants: [],
    }),
    listMemberships: async () => [],
    onPhoneBound: async () => {},
    onAccountDeleted: async () => ({ ok: true, value: { done: true } }),
  },
  channels: {
    matter: async () => {
      const answer = open;
      const run = meanwhile;
      meanwhile = null;
      await run?.();
      return answer;
    },
  },
};

const patient = { timeout: 20_000 };
const wire = (subjectId: string) => channelName('c', 'matter', subjectId);
const isEvent = (item: ChannelEvent | Notice): item is ChannelEvent => 'data' in item;

describe.each(engines)('what a socket may hear on %s', { timeout: 60_000 }, (engine) => {
  const apps: TestApp[] = [];
  const sockets: WebSocket[] = [];
  beforeEach(() => {
    open = true;
    meanwhile = null;
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    for (const t of apps.splice(0)) await t.close();
  });

  const start = async (from?: TestApp) => {
    const t = await buildTestApp({ engine, engines: [listening], ...(from ? { place: from.place, time: from.time } : {}) });
    await t.app.listen({ host: '127.0.0.1', port: 0 });
    apps.push(t);
    return t;
  };
  const connect = async (t: TestApp, accountId: string) => {
    const { port } = t.app.server.address() as AddressInfo;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/socket`, ['bandeng', await t.tokenOf(accountId)]);
    sockets.push(socket);
    const items: (ChannelEvent | Notice)[] = [];
    socket.on('message', (data: Buffer) => items.push(...(JSON.parse(data.toString()) as ServerFrame)));
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    return {
      socket,
      items,
      ask: (frame: object) => socket.send(JSON.stringify(frame)),
      isLive: () => items.some((item) => 'live' in item),
      isRefused: () => items.some((item) => 'refused' in item),
    };
  };
  const say = (t: TestApp, subjectId: string) =>
    t.deps.store.write((tx) => publish(tx, 'c', `matter:${subjectId}`, 'Said', {}, t.time.now()));
  const change = (t: TestApp, residentId: string) =>
    t.deps.store.write(async (tx) => {
      // Before the commit: another process may hear of it sooner than this one.
      open = false;
      await publish(tx, 'c', `me:${residentId}`, 'groups-changed', {}, t.time.now());
    });

  it('ends with the rights, also of one that does not listen to its own channel', async () => {
    const t = await start();
    const sly = await connect(t, await t.addAccount({ id: 'sly' }));
    const other = await connect(t, await t.addAccount({ id: 'other' }));
    for (const { ask } of [sly, other]) ask({ subscribe: { [wire('m')]: 0 } });
    await expect.poll(() => sly.isLive() && other.isLive(), patient).toBe(true);
    await change(t, 'sly');
    await expect.poll(() => sly.items.at(-1), patient).toEqual({ channel: wire('m'), refused: 'not-found' });
    await say(t, 'm');
    await expect.poll(() => other.items.filter(isEvent), patient).toHaveLength(1);
    expect(sly.items.filter(isEvent)).toEqual([]);
  });

  it('ends with them where another process took them away', async () => {
    const one = await start();
    if (engine === 'sqlite') return expect(one.deps.store.engine).toBe('sqlite'); // one process by nature
    const two = await start(one);
    const sly = await connect(two, await two.addAccount({ id: 'sly' }));
    sly.ask({ subscribe: { [wire('m')]: 0 } });
    await expect.poll(sly.isLive, patient).toBe(true);
    await change(one, 'sly');
    await expect.poll(sly.isRefused, patient).toBe(true);
  });

  it('never begins where they ended while they were being read', async () => {
    const t = await start();
    const sly = await connect(t, await t.addAccount({ id: 'sly' }));
    meanwhile = () => change(t, 'sly');
    sly.ask({ subscribe: { [wire('m')]: 0 } });
    await expect.poll(sly.isRefused, patient).toBe(true);
    await say(t, 'm');
    sly.ask({ subscribe: { nonsense: 0 } });
    await expect.poll(() => sly.items.at(-1), patient).toEqual({ channel: 'nonsense', refused: 'not-found' });
    expect(sly.items.filter(isEvent)).toEqual([]);
  });

  it('is no more than so many channels; one that is heard already can always be asked for anew', async () => {
    const t = await start();
    const client = await connect(t, await t.addAccount());
    const names = Array.from({ length: 200 }, (_, i) => wire(`m${i}`));
    client.ask({ subscribe: Object.fromEntries(names.map((name) => [name, 0])) });
    await expect.poll(() => client.items.filter((item) => 'live' in item), patient).toHaveLength(200);
    client.ask({ subscribe: { [wire('m7')]: 0, [wire('new')]: 0 } });
    await expect.poll(() => client.items.at(-1), patient).toMatchObject({ channel: wire('m7'), live: true });
    expect(client.items.filter((item) => 'refused' in item)).toEqual([{ channel: wire('new'), refused: 'bad-request' }]);
  });

  it('is asked for in frames that make sense, and not faster than they are answered', async () => {
    const t = await start();
    const client = await connect(t, await t.addAccount());
    client.socket.send('{"unsubscribe":[{"toString":1}]}');
    await expect.poll(() => client.items, patient).toEqual([{ channel: '', refused: 'bad-request' }]);
    const closed = new Promise<boolean>((resolve) => client.socket.on('close', () => resolve(true)));
    for (let i = 0; i < 3000; i += 1) client.ask({ subscribe: { [wire(`m${i % 50}`)]: 0 } });
    expect(await closed).toBe(true);
    expect(t.problems).toEqual([]);
  });

  it('comes by a bounded number of sockets: the oldest of an account makes way', async () => {
    const t = await start();
    const id = await t.addAccount();
    const all = [];
    for (let i = 0; i < maxSockets; i += 1) all.push(await connect(t, id));
    const other = await connect(t, await t.addAccount());
    const [oldest, ...others] = all;
    const closed = new Promise<boolean>((resolve) => oldest?.socket.on('close', () => resolve(true)));
    all.push(await connect(t, id));
    expect(await closed).toBe(true);
    expect(oldest?.items).toEqual([{ closing: 'replaced' }]);
    for (const { socket } of [...others, other]) expect(socket.readyState).toBe(socket.OPEN);
  });
});
