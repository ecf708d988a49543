import { and, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '../platform/store/store.ts';
import type { MessageRow } from './rows.ts';

const $ = sql.placeholder;

const messageAt = prepared('chat_message', (db: Db) => {
  const { messages: m } = db.t;
  return db
    .select()
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
