import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';
import { seqOf } from './message-seq.ts';
import { messageColumns, type MessageRow } from './rows.ts';

const $ = sql.placeholder;

const messageAt = prepared('chat_message', (db: Db) => {
  const { messages: m } = db.t;
  return db
    .select(messageColumns(db.t))
    .from(m)
    .where(and(eq(m.communityId, $('communityId')), eq(m.groupId, $('groupId')), eq(m.seq, $('seq'))));
});

/** One message of a group, whatever became of it. */
export const findMessage = async (
  db: Db,
  communityId: string,
  groupId: string,
  seq: number,
): Promise<MessageRow | undefined> => (await messageAt(db, { communityId, groupId, seq }))[0];

/** The message that a path names; undefined too for what is no number. */
export const findNamedMessage = (
  db: Db,
  { communityId, groupId, messageSeq }: { communityId: string; groupId: string; messageSeq: string },
): Promise<MessageRow | undefined> => findMessage(db, communityId, groupId, seqOf(messageSeq));
