import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Db, type Tx } from '../store/store.ts';
import { handOver } from './published.ts';
import { changesRights } from './rights-watch.ts';

const $ = sql.placeholder;

const nextSeq = prepared('next_channel_seq', (tx: Tx) => {
  const { channels } = tx.t;
  return tx
    .insert(channels)
    .values({ communityId: $('communityId'), channel: $('channel'), lastSeq: 1 })
    .onConflictDoUpdate({ target: [channels.communityId, channels.channel], set: { lastSeq: sql`${channels.lastSeq} + 1` } })
    .returning({ seq: channels.lastSeq });
});

const findSeq = prepared('find_channel_seq', (db: Db) => {
  const { channels } = db.t;
  return db
    .select({ seq: channels.lastSeq })
    .from(channels)
    .where(and(eq(channels.communityId, $('communityId')), eq(channels.channel, $('channel'))));
});

const putEvent = prepared('put_channel_event', (tx: Tx) =>
  tx.insert(tx.t.channelEvents).values({
    communityId: $('communityId'),
    channel: $('channel'),
    seq: $('seq'),
    at: $('at'),
    type: $('type'),
    data: $('data'),
  }),
);

/** Last sequence of a channel: read beside a snapshot, it is the cursor to subscribe from. 0 for a silent channel. */
export const readChannelSeq = async (db: Db, communityId: string, channel: string): Promise<number> => {
  const [found] = await findSeq(db, { communityId, channel });
  return found?.seq ?? 0;
};

/**
 * Adds an event to a channel (`matter:<id>`) as part of a write. Listeners get it once the write is durable. The row of the
 * channel stays locked until then, so that sequences have no gaps and no event overtakes another.
 * @param data what replaces the slice that `type` names; everyone who may listen sees all of it
 * @returns its sequence
 */
export const publish = async (
  tx: Tx,
  communityId: string,
  channel: string,
  type: string,
  data: object,
  now: number,
): Promise<number> => {
  const [row] = await nextSeq(tx, { communityId, channel });
  if (!row) throw new Error('the channel gave no sequence');
  await putEvent(tx, { communityId, channel, seq: row.seq, at: now, type, data });
  const name = `${communityId}/${channel}`;
  handOver(tx, { channel: name, seq: row.seq, type, data });
  await tx.notify(JSON.stringify({ channel: name, seq: row.seq, ...(changesRights(type) ? { rights: true } : {}) }));
  return row.seq;
};
