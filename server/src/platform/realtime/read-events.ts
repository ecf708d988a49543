import { parseChannel } from '@bandeng/shared/platform/realtime.ts';
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { prepared, type Db } from '../store/store.ts';
import { encodeEvent, type EncodedEvent } from './frame.ts';
import { readChannelSeq } from './publish.ts';

export const pageSize = 500;

const $ = sql.placeholder;

const findEvents = prepared('find_channel_events', (db: Db) => {
  const { channelEvents: events } = db.t;
  return db
    // As text: it goes out as it lies there, without being parsed and written again.
    .select({ seq: events.seq, type: events.type, data: sql<string>`cast(${events.data} as text)` })
    .from(events)
    .where(and(eq(events.communityId, $('communityId')), eq(events.channel, $('channel')), gt(events.seq, $('seq'))))
    .orderBy(asc(events.seq))
    .limit(pageSize);
});

const split = (name: string) => {
  const parsed = parseChannel(name);
  if (parsed === null) throw new Error(`not a channel: ${name}`);
  return { communityId: parsed.communityId, channel: `${parsed.kind}:${parsed.subjectId}` };
};

/** Up to `pageSize` events of a channel (wire name) after a sequence, in order. */
export const readEventsAfter = async (db: Db, name: string, seq: number): Promise<EncodedEvent[]> => {
  const found = await findEvents(db, { ...split(name), seq });
  return found.map(({ seq: at, type, data }) => encodeEvent(name, at, type, data));
};

export const readHead = (db: Db, name: string): Promise<number> => {
  const { communityId, channel } = split(name);
  return readChannelSeq(db, communityId, channel);
};
