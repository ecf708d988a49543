import { asc, count, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoreLocation } from '../../src/platform/store/open-store.ts';
import { prepared, type Db, type Store, type Tx } from '../../src/platform/store/store.ts';
import { engines, makePlace, openTestStore } from './engines.ts';

const readChannel = prepared('test_read_channel', (db: Db) =>
  db.select().from(db.t.channels).where(eq(db.t.channels.channel, sql.placeholder('channel'))),
);

const add = (channel: string, lastSeq = 0) => (tx: Tx) => tx.insert(tx.t.channels).values({ communityId: 'c', channel, lastSeq });

describe.each(engines)('store on %s', (engine) => {
  let place: StoreLocation;
  let store: Store;
  beforeAll(async () => {
    place = await makePlace(engine);
    store = await openTestStore(place);
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.write(async (tx) => {
      await tx.delete(tx.t.channels);
      await tx.delete(tx.t.channelEvents);
      await tx.delete(tx.t.webLogins);
    });
  });

  const channels = () => store.read((db) => db.select().from(db.t.channels).orderBy(asc(db.t.channels.channel)));

  it('shows an acknowledged write to whoever reads afterwards, however many read at the time', async () => {
    await store.write(add('counter'));
    const lastSeq = () => store.read(async (db) => (await readChannel(db, { channel: 'counter' }))[0]?.lastSeq ?? 0);
    const step = async () => {
      const done = await store.write(async (tx) => {
        const { channels: c } = tx.t;
        const [row] = await tx.update(c).set({ lastSeq: sql`${c.lastSeq} + 1` }).where(eq(c.channel, 'counter')).returning();
        return row?.lastSeq ?? 0;
      });
      expect(await lastSeq()).toBeGreaterThanOrEqual(done);
    };
    const writers = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 15; i += 1) await step();
    });
    const readers = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 30; i += 1) {
        await lastSeq();
        if (i % 2 === 0) await new Promise(setImmediate);
      }
    });
    await Promise.all([...writers, ...readers]);
    expect(await lastSeq()).toBe(60);
  });

  it('gives back integers beyond 32 bits, booleans, nested JSON and every script', async () => {
    const data = { zh: '标题 🏠', list: [1, { deep: [true, null] }], empty: {} };
    const event = { communityId: 'c', channel: 'x', seq: 9_007_199_254_740_991, at: 1_795_278_000_000, type: 'T', data };
    const login = { id: 'w', pollHash: 'h', taken: true, expiresAt: 5, accountId: null };
    await store.write(async (tx) => {
      await tx.insert(tx.t.channelEvents).values(event);
      await tx.insert(tx.t.webLogins).values(login);
    });
    expect(await store.read((db) => db.select().from(db.t.channelEvents))).toEqual([event]);
    expect(await store.read((db) => db.select().from(db.t.webLogins))).toEqual([login]);
  });

  it('counts and sums as numbers', async () => {
    await store.write(add('a', 3_000_000_000));
    await store.write(add('b', 3_000_000_000));
    const { lastSeq } = store.t.channels;
    const [found] = await store.read((db) => db.select({ n: count(), sum: sql<number>`sum(${lastSeq})`.mapWith(Number) }).from(db.t.channels));
    expect(found).toEqual({ n: 2, sum: 6_000_000_000 });
  });

  it('undoes everything of a write that throws, and nothing of its neighbours', async () => {
    const results = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((name) =>
        store.write(async (tx) => {
          await add(name)(tx);
          if (name === 'b') throw new Error('no');
        }, 'one key'),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect((await channels()).map(({ channel }) => channel)).toEqual(['a', 'c', 'd']);
  });

  it('undoes a write whose statement was refused by the database, and rejects it', async () => {
    await store.write(add('taken'));
    const twice = store.write(async (tx) => {
      await add('other')(tx);
      await add('taken')(tx);
    });
    await expect(twice).rejects.toThrow();
    expect((await channels()).map(({ channel }) => channel)).toEqual(['taken']);
  });

  it('loses no increment of many writers on one locked aggregate, keyed or not', async () => {
    await store.write(add('n'));
    const increment = async (tx: Tx) => {
      await tx.lock('counter');
      const [found] = await readChannel(tx, { channel: 'n' });
      await tx.update(tx.t.channels).set({ lastSeq: (found?.lastSeq ?? 0) + 1 }).where(eq(tx.t.channels.channel, 'n'));
    };
    await Promise.all(Array.from({ length: 200 }, (_, i) => store.write(increment, i % 2 === 0 ? 'counter' : undefined)));
    expect((await channels())[0]?.lastSeq).toBe(200);
  });

  it('puts waiting writes of one key into fewer transactions than writes', async () => {
    const { commits, writes } = store.stats;
    await Promise.all(Array.from({ length: 60 }, (_, i) => store.write(add(`g${i}`), 'group')));
    expect(store.stats.writes - writes).toBe(60);
    expect(store.stats.commits - commits).toBeLessThan(60);
    expect(await channels()).toHaveLength(60);
  });

  it('runs `after` once the row can be read elsewhere, in order, and not for a write that failed', async () => {
    const seen: string[] = [];
    await store.write(async (tx) => {
      tx.after(() => seen.push('first'));
      await add('x')(tx);
      tx.after(() => seen.push('second'));
    });
    const failed = store.write(async (tx) => {
      tx.after(() => seen.push('never'));
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(seen).toEqual(['first', 'second']);
    expect(await store.read((db) => readChannel(db, { channel: 'x' }))).toHaveLength(1);
  });

  it('answers with returned rows and with nothing on a conflict that is ignored', async () => {
    const put = (tx: Tx) =>
      tx.insert(tx.t.channels).values({ communityId: 'c', channel: 'r', lastSeq: 1 }).onConflictDoNothing().returning({ seq: tx.t.channels.lastSeq });
    expect(await store.write(put)).toEqual([{ seq: 1 }]);
    expect(await store.write(put)).toEqual([]);
  });

  it('tells a listener what a write notified, and nothing of a write that failed', async () => {
    const heard: string[] = [];
    let arrived: () => void = () => {};
    const stop = store.listen((message) => {
      heard.push(message);
      if (message === 'last') arrived();
    }, () => {});
    const failing = async (tx: Tx) => {
      await tx.notify('lost');
      throw new Error('no');
    };
    const last = new Promise<void>((resolve) => (arrived = resolve));
    await expect(store.write(failing)).rejects.toThrow('no');
    // The listening connection of PostgreSQL opens in the background: ask until it hears.
    while (!heard.includes('last')) {
      await store.write((tx) => tx.notify('last'));
      await Promise.race([last, new Promise((resolve) => setTimeout(resolve, 50))]);
    }
    stop();
    expect(new Set(heard)).toEqual(new Set(['last']));
  });

  it('keeps what it acknowledged when opened again, and migrates only once', async () => {
    await store.write(add('kept'));
    const again = await openTestStore(place);
    expect(await again.read((db) => readChannel(db, { channel: 'kept' }))).toHaveLength(1);
    await again.close();
  });

  it('finishes accepted writes before it closes', async () => {
    const other = await openTestStore(place);
    const writes = Array.from({ length: 50 }, (_, i) => other.write(add(`late${i}`), 'late'));
    await other.close();
    expect((await Promise.allSettled(writes)).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await channels()).toHaveLength(50);
  });
});

describe('store on sqlite alone', () => {
  it('refuses a write that waits for something other than the database', async () => {
    const store = await openTestStore(await makePlace('sqlite'));
    const waiting = store.write(async (tx) => {
      await add('half')(tx);
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    await expect(waiting).rejects.toThrow('awaited something other');
    expect(await store.read((db) => db.select().from(db.t.channels))).toEqual([]);
    await store.close();
  });
});

describe('store on postgres alone', () => {
  it('lets several processes start at once on an empty database', async () => {
    const place = await makePlace('postgres');
    const stores = await Promise.all([1, 2, 3, 4].map(() => openTestStore(place)));
    await Promise.all(stores.map((store, i) => store.write(add(`p${i}`))));
    expect(await stores[0]?.read((db) => db.select().from(db.t.channels))).toHaveLength(4);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('serialises two processes on a locked aggregate', async () => {
    const place = await makePlace('postgres');
    const [one, two] = await Promise.all([openTestStore(place), openTestStore(place)]);
    await one.write(add('n'));
    const increment = async (tx: Tx) => {
      await tx.lock('n');
      const [found] = await readChannel(tx, { channel: 'n' });
      await tx.update(tx.t.channels).set({ lastSeq: (found?.lastSeq ?? 0) + 1 }).where(eq(tx.t.channels.channel, 'n'));
    };
    await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? one : two).write(increment, 'n')));
    const [found] = await one.read((db) => readChannel(db, { channel: 'n' }));
    expect(found?.lastSeq).toBe(100);
    await Promise.all([one.close(), two.close()]);
  });

  it('lets one process at a time do what is done alone, and the next after a failure', async () => {
    const place = await makePlace('postgres');
    const stores = await Promise.all([1, 2, 3].map(() => openTestStore(place)));
    let inside = 0;
    let most = 0;
    const work = (store: Store, i: number) =>
      store.alone('work', async () => {
        most = Math.max(most, (inside += 1));
        await store.write(async (tx) => {
          await tx.lock('work');
          await add(`p${i}`)(tx);
        });
        inside -= 1;
        if (i === 0) throw new Error('gave up');
      });
    const ends = await Promise.allSettled(stores.map(work));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(most).toBe(1);
    expect(await stores[0]?.read((db) => db.select().from(db.t.channels))).toHaveLength(3);
    await Promise.all(stores.map((store) => store.close()));
  });
});
