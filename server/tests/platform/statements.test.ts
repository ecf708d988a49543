import { and, asc, count, eq, max, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepared, type Db, type Store, type Tx } from '../../src/platform/store/store.ts';
import { engines, makePlace, openTestStore } from './engines.ts';

const $ = sql.placeholder;

/** Each as a prepared statement, and as drizzle itself carries it out. */
const statements = {
  'plain columns, booleans, nulls': (db: Db) => db.select().from(db.t.webLogins).orderBy(asc(db.t.webLogins.id)),
  'nested JSON': (db: Db) => db.select().from(db.t.channelEvents).orderBy(asc(db.t.channelEvents.seq)),
  'a left join that finds nothing': (db: Db) => {
    const { channels: c, channelEvents: e } = db.t;
    return db
      .select({ c, e })
      .from(c)
      .leftJoin(e, and(eq(e.communityId, c.communityId), eq(e.channel, c.channel)))
      .orderBy(asc(c.channel), asc(e.seq));
  },
  'chosen columns of two tables': (db: Db) => {
    const { channels: c, channelEvents: e } = db.t;
    return db
      .select({ name: c.channel, mixed: { last: c.lastSeq, type: e.type }, found: { at: e.at, data: e.data } })
      .from(c)
      .leftJoin(e, and(eq(e.communityId, c.communityId), eq(e.channel, c.channel)))
      .orderBy(asc(c.channel), asc(e.seq));
  },
  'an inner join': (db: Db) => {
    const { channels: c, channelEvents: e } = db.t;
    return db.select().from(c).innerJoin(e, eq(e.channel, c.channel)).orderBy(asc(e.seq));
  },
  'counts and expressions': (db: Db) => {
    const { channelEvents: e } = db.t;
    const big = sql<boolean>`max(${e.seq}) > 1`.mapWith(Boolean);
    return db.select({ channel: e.channel, all: count(), last: max(e.at), big }).from(e).groupBy(e.channel);
  },
  'nothing at all': (db: Db) => db.select().from(db.t.channels).where(eq(db.t.channels.channel, 'nowhere')),
};

const putEvent = prepared('test_put_event', (tx: Tx) =>
  tx.insert(tx.t.channelEvents).values({
    communityId: $('communityId'), channel: $('channel'), seq: $('seq'), at: $('at'), type: $('type'), data: $('data'),
  }),
);
const moveOn = prepared('test_move_on', (tx: Tx) => {
  const { channels: c } = tx.t;
  return tx
    .update(c)
    .set({ lastSeq: sql`${c.lastSeq} + ${$('by')}` })
    .where(eq(c.channel, $('channel')))
    .returning({ channel: c.channel, seq: c.lastSeq });
});

describe.each(engines)('a prepared statement on %s', (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(await makePlace(engine));
    await store.write(async (tx) => {
      const login = { pollHash: 'h', accountId: null, expiresAt: 9_007_199_254_740_991 };
      await tx.insert(tx.t.webLogins).values([{ ...login, id: 'a', taken: true }, { ...login, id: 'b', taken: false, accountId: 'x' }]);
      await tx.insert(tx.t.channels).values(['empty', 'heard'].map((channel) => ({ communityId: 'c', channel, lastSeq: 2 })));
    });
    await store.write(async (tx) => {
      for (const seq of [1, 2]) {
        await putEvent(tx, { communityId: 'c', channel: 'heard', seq, at: seq * 10, type: 'T', data: { list: [1, { 深: [null] }] } });
      }
    });
  });
  afterAll(() => store.close());

  it.each(Object.entries(statements))('gives what drizzle gives: %s', async (name, build) => {
    const fromOurs = prepared(`test_${name.replace(/\W/g, '_')}`, (db: Db) => build(db) as ReturnType<typeof statements['nested JSON']>);
    await store.read(async (db) => {
      const expected = (await build(db)) as unknown;
      expect(await fromOurs(db, {})).toEqual(expected);
      expect(await fromOurs(db, {})).toEqual(expected);
    });
  });

  it('hands each caller rows of its own', async () => {
    const all = prepared('test_own_rows', (db: Db) => statements['nested JSON'](db));
    await store.read(async (db) => {
      const [first] = await all(db, {});
      Object.assign(first?.data ?? {}, { spoilt: true });
      expect(await all(db, {})).toEqual(await statements['nested JSON'](db));
    });
  });

  it('lets nobody change a long JSON text for others', async () => {
    const long = { rules: Array.from({ length: 200 }, (_, i) => ({ name: `rule ${i}`, parts: [i] })) };
    const channel = `long on ${engine}`;
    await store.write((tx) => putEvent(tx, { communityId: 'c', channel, seq: 1, at: 1, type: 'T', data: long }));
    const longest = prepared('test_long', (db: Db) =>
      db.select({ data: db.t.channelEvents.data }).from(db.t.channelEvents).where(eq(db.t.channelEvents.channel, $('channel'))),
    );
    const read = async () => (await store.read((db) => longest(db, { channel })))[0]?.data as typeof long;
    for (let i = 0; i < 4; i += 1) {
      const data = await read();
      expect(data).toEqual(long);
      try {
        data.rules.pop();
        data.rules[0]?.parts.push(-1);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
      }
    }
  });

  it('writes and gives back what a write returns', async () => {
    expect(await store.write((tx) => moveOn(tx, { channel: 'empty', by: 5 }))).toEqual([{ channel: 'empty', seq: 7 }]);
    expect(await store.write((tx) => moveOn(tx, { channel: 'nowhere', by: 5 }))).toEqual([]);
  });

  it('refuses what it got no value for, and fails as a promise', async () => {
    const failing = store.read((db) => Promise.resolve(moveOn(db as Tx, { channel: 'empty' })).then(() => 'done', () => 'failed'));
    expect(await failing).toBe('failed');
  });
});
