import { channelName, type ChannelEvent, type Notice, type ServerFrame } from '@bandeng/shared/platform/realtime.ts';
import { eq, lte } from 'drizzle-orm';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Engine } from '../../src/platform/engine.ts';
import { revokeSignIn } from '../../src/platform/auth/refresh.ts';
import { openHub, type Peer } from '../../src/platform/realtime/hub.ts';
import { publish, readChannelSeq } from '../../src/platform/realtime/publish.ts';
import { engines } from './engines.ts';
import { buildTestApp, type TestApp } from './test-app.ts';

const listening: Engine = {
  name: 'listening',
  serve: () => {},
  members: {
    loadMember: async (_db, communityId, accountId) =>
      accountId.startsWith('member')
        ? { accountId, communityId, residentId: 'r', name: '王工', dwells: true, roles: ['resident'], grants: [] }
        : null,
    listMemberships: async () => [],
    onPhoneBound: async () => {},
    onAccountDeleted: async () => ({ ok: true, value: { done: true } }),
  },
  channels: { matter: async (_db, _actor, subjectId) => subjectId !== 'hidden' },
};

const wire = (subjectId: string) => channelName('c', 'matter', subjectId);
const isEvent = (item: ChannelEvent | Notice): item is ChannelEvent => 'data' in item;

describe.each(engines)('the realtime socket on %s', (engine) => {
  const open: TestApp[] = [];
  const sockets: WebSocket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.terminate();
    for (const t of open.splice(0)) await t.close();
  });

  const start = async (from?: TestApp) => {
    const t = await buildTestApp({ engine, engines: [listening], ...(from ? { place: from.place, time: from.time } : {}) });
    await t.app.listen({ host: '127.0.0.1', port: 0 });
    open.push(t);
    return t;
  };
  const connect = async (t: TestApp, token: string, how: 'protocol' | 'header' = 'protocol') => {
    const { port } = t.app.server.address() as AddressInfo;
    const url = `ws://127.0.0.1:${port}/api/socket`;
    const socket = how === 'protocol' ? new WebSocket(url, ['bandeng', token]) : new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
    sockets.push(socket);
    const items: (ChannelEvent | Notice)[] = [];
    let frames = 0;
    socket.on('message', (data: Buffer) => {
      frames += 1;
      items.push(...(JSON.parse(data.toString()) as ServerFrame));
    });
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
    return {
      socket,
      items,
      closed,
      frames: () => frames,
      seqs: (subjectId: string) => items.filter(isEvent).filter(({ channel }) => channel === wire(subjectId)).map(({ seq }) => seq),
      ask: (frame: object) => socket.send(JSON.stringify(frame)),
    };
  };
  const member = async (t: TestApp, id = 'member') => {
    await t.addAccount({ id });
    return t.as(id).token ?? '';
  };
  const say = (t: TestApp, subjectId: string, n: number) =>
    t.deps.store.write((tx) => publish(tx, 'c', `matter:${subjectId}`, 'Said', { n }, t.time.now()));
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it('sends what was missed, then what comes, each once and in order', async () => {
    const t = await start();
    const client = await connect(t, await member(t));
    for (const n of range(1, 5)) await say(t, 'm', n);
    client.ask({ subscribe: { [wire('m')]: 2 } });
    for (const n of range(6, 40)) await say(t, 'm', n);
    await expect.poll(() => client.seqs('m').at(-1)).toBe(40);
    expect(client.seqs('m')).toEqual(range(3, 40));
    expect(client.items.filter(isEvent)[0]).toEqual({ channel: wire('m'), seq: 3, type: 'Said', data: { n: 3 } });
  });

  it('numbers events without gaps under concurrency and puts those of a tick into one frame', async () => {
    const t = await start();
    const client = await connect(t, await member(t), 'header');
    client.ask({ subscribe: { [wire('m')]: 0 } });
    await expect.poll(() => client.items.some((item) => 'live' in item)).toBe(true);
    await Promise.all(range(1, 200).map((n) => say(t, 'm', n)));
    await expect.poll(() => client.seqs('m').length).toBe(200);
    expect(client.seqs('m')).toEqual(range(1, 200));
    expect(client.frames()).toBeLessThan(200);
    expect(await t.deps.store.read((db) => readChannelSeq(db, 'c', 'matter:m'))).toBe(200);
  });

  it('publishes nothing of a write that fails', async () => {
    const t = await start();
    const client = await connect(t, await member(t));
    client.ask({ subscribe: { [wire('m')]: 0 } });
    const failing = t.deps.store.write(async (tx) => {
      await publish(tx, 'c', 'matter:m', 'Said', { n: 0 }, 0);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await say(t, 'm', 1);
    await expect.poll(() => client.seqs('m')).toEqual([1]);
    expect(client.items.filter(isEvent).map(({ data }) => data)).toEqual([{ n: 1 }]);
  });

  it('says when a gap can no longer be filled, or when the client knows more than the server', async () => {
    const t = await start();
    for (const n of range(1, 6)) await say(t, 'm', n);
    await t.deps.store.write((tx) => tx.delete(tx.t.channelEvents).where(lte(tx.t.channelEvents.seq, 4)));
    const client = await connect(t, await member(t));
    client.ask({ subscribe: { [wire('m')]: 2, [wire('other')]: 9 } });
    await expect.poll(() => client.items).toEqual([
      { channel: wire('m'), tooFar: true, seq: 6 },
      { channel: wire('other'), tooFar: true, seq: 0 },
    ]);
    await say(t, 'm', 7);
    await expect.poll(() => client.seqs('m')).toEqual([7]);
  });

  it('stops on unsubscribing', async () => {
    const t = await start();
    const client = await connect(t, await member(t));
    client.ask({ subscribe: { [wire('m')]: 0, [wire('n')]: 0 } });
    await say(t, 'm', 1);
    await expect.poll(() => client.seqs('m')).toEqual([1]);
    client.ask({ unsubscribe: [wire('m')] });
    client.ask({ subscribe: { [wire('hidden')]: 0 } });
    await expect.poll(() => client.items.at(-1)).toEqual({ channel: wire('hidden'), refused: 'not-found' });
    await say(t, 'm', 2);
    await say(t, 'n', 1);
    await expect.poll(() => client.seqs('n')).toEqual([1]);
    expect(client.seqs('m')).toEqual([1]);
  });

  it('refuses strangers, unknown kinds and broken frames, and stays open', async () => {
    const t = await start();
    const client = await connect(t, await member(t, 'stranger'));
    const unknown = channelName('c', 'nothing', 'x');
    client.ask({ subscribe: { [wire('m')]: 0 } });
    client.ask({ subscribe: { [unknown]: 0, 'no channel': 0 } });
    client.ask({ subscribe: { [wire('m')]: 'x' } });
    client.socket.send('{');
    client.socket.send('null');
    await expect.poll(() => client.items).toEqual([
      { channel: wire('m'), refused: 'not-found' },
      { channel: unknown, refused: 'not-found' },
      { channel: 'no channel', refused: 'not-found' },
      ...[1, 2, 3].map(() => ({ channel: '', refused: 'bad-request' })),
    ]);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
  });

  it('says why it closes: a bad token, an expired one, a revoked sign-in, the end of the server', async () => {
    const t = await start();
    const token = await member(t);
    const closing = async (client: Awaited<ReturnType<typeof connect>>) => {
      await client.closed;
      return client.items.at(-1);
    };
    expect(await closing(await connect(t, 'x.y.z'))).toEqual({ closing: 'not-signed-in' });
    const live = await connect(t, token);
    live.ask({ subscribe: { [wire('m')]: 0 } });
    await expect.poll(() => live.items.length).toBe(1);
    await t.app.close();
    expect(await closing(live)).toEqual({ closing: 'shutting-down' });

    const again = await start(t);
    again.time.advance(2 * 3_600_000);
    expect(await closing(await connect(again, token))).toEqual({ closing: 'expired' });
    const other = await member(again, 'member-2');
    const [signIn] = await again.deps.store.read((db) => db.select().from(db.t.signIns).where(eq(db.t.signIns.accountId, 'member-2')));
    await again.deps.store.write((tx) => revokeSignIn(tx, signIn?.id ?? '', 'logout', again.time.now()));
    expect(await closing(await connect(again, other))).toEqual({ closing: 'revoked' });
  });

  it('reaches listeners of another process', async () => {
    const one = await start();
    if (engine === 'sqlite') return expect(one.deps.store.engine).toBe('sqlite'); // one process by nature
    const two = await start(one);
    const client = await connect(two, await member(two));
    client.ask({ subscribe: { [wire('m')]: 0 } });
    await expect.poll(() => client.items.some((item) => 'live' in item)).toBe(true);
    for (const n of range(1, 10)) await say(one, 'm', n);
    await expect.poll(() => client.seqs('m')).toEqual(range(1, 10));
  });

  it('says so where events of another process were cleared away before they were heard', async () => {
    const one = await start();
    if (engine === 'sqlite') return expect(one.deps.store.engine).toBe('sqlite'); // one process by nature
    const two = await start(one);
    const client = await connect(two, await member(two));
    client.ask({ subscribe: { [wire('m')]: 0 } });
    await expect.poll(() => client.items.some((item) => 'live' in item), { timeout: 20_000 }).toBe(true);
    await one.deps.store.write(async (tx) => {
      for (const n of range(1, 5)) await publish(tx, 'c', 'matter:m', 'Said', { n }, 0);
      await tx.delete(tx.t.channelEvents).where(lte(tx.t.channelEvents.seq, 3));
    });
    await expect.poll(() => client.items.at(-1), { timeout: 20_000 }).toEqual({ channel: wire('m'), tooFar: true, seq: 5 });
    await say(one, 'm', 6);
    await expect.poll(() => client.seqs('m'), { timeout: 20_000 }).toEqual([6]);
  });

  it('sends a long past in frames that a phone can read, and stops where the peer cannot take more', async () => {
    const t = await start();
    const hub = openHub(t.deps);
    const long = 'x'.repeat(20_000);
    await t.deps.store.write(async (tx) => {
      for (const n of range(1, 100)) await publish(tx, 'c', 'matter:m', 'Said', { n, long }, 0);
    });
    let buffered = 0;
    const frames: number[] = [];
    const got: (ChannelEvent | Notice)[] = [];
    const peer: Peer = {
      send: ({ payload }) => {
        frames.push(payload.length);
        buffered += payload.length;
        got.push(...(JSON.parse(payload.toString()) as ServerFrame));
      },
      buffered: () => buffered,
      reviewRights: () => {},
    };
    hub.subscribe(peer, wire('m'), 0);
    await expect.poll(() => buffered > 1_048_576, { timeout: 20_000 }).toBe(true);
    expect(got.filter(isEvent).length).toBeLessThan(80);
    buffered = -10_000_000;
    await expect.poll(() => got.some((item) => 'live' in item), { timeout: 20_000 }).toBe(true);
    expect(got.filter(isEvent).map(({ seq }) => seq)).toEqual(range(1, 100));
    expect(Math.max(...frames)).toBeLessThan(300_000);
    hub.close();
  });

  it('passes a slow peer by and catches it up by sequence', async () => {
    const t = await start();
    const hub = openHub(t.deps);
    let buffered = 0;
    const got: (ChannelEvent | Notice)[] = [];
    const peer = (items: ServerFrame, waiting: () => number): Peer => ({
      send: ({ payload }) => void items.push(...(JSON.parse(payload.toString()) as ServerFrame)),
      buffered: waiting,
      reviewRights: () => {},
    });
    const slow = peer(got, () => buffered);
    hub.subscribe(slow, wire('m'), 0);
    await say(t, 'm', 1);
    await expect.poll(() => got.filter(isEvent).length).toBe(1);
    buffered = 2_000_000;
    for (const n of range(2, 30)) await say(t, 'm', n);
    const other: ServerFrame = [];
    hub.subscribe(peer(other, () => 0), wire('m'), 0);
    await expect.poll(() => other.filter(isEvent).length).toBe(30);
    expect(got.filter(isEvent).length).toBe(1);
    buffered = 0;
    await expect.poll(() => got.filter(isEvent).map(({ seq }) => seq)).toEqual(range(1, 30));
    hub.close();
  });
});
