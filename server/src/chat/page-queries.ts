import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { messageColumns } from './rows.ts';

const $ = sql.placeholder;

/** Ranges of the primary key: a page costs the same wherever in the history it lies. */
export const selectNewer = (db: Db) => {
  const { messages: m } = db.t;
  return db
    .select(messageColumns(db.t))
    .from(m)
    .where(and(eq(m.communityId, $('communityId')), eq(m.groupId, $('groupId')), gt(m.seq, $('seq'))))
    .orderBy(asc(m.seq))
    .limit($('limit'));
};

export const selectOlder = (db: Db) => {
  const { messages: m } = db.t;
  return db
    .select(messageColumns(db.t))
    .from(m)
    .where(and(eq(m.communityId, $('communityId')), eq(m.groupId, $('groupId')), lt(m.seq, $('seq'))))
    .orderBy(desc(m.seq))
    .limit($('limit'));
};
