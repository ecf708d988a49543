import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Db } from '../platform/store/store.ts';
import { messageColumns } from './rows.ts';

const $ = sql.placeholder;

/** Messages with how the group shows their authors; null for somebody who was never in it. */
const selectMessages = (db: Db) => {
  const { messages: m, groupMembers: author } = db.t;
  return db
    .select({ row: messageColumns(db.t), label: author.label, badge: author.badge })
    .from(m)
    .leftJoin(
      author,
      and(eq(author.communityId, m.communityId), eq(author.groupId, m.groupId), eq(author.residentId, m.authorId)),
    );
};

/** Ranges of the primary key: a page costs the same wherever in the history it lies. */
export const selectNewer = (db: Db) => {
  const { messages: m } = db.t;
  return selectMessages(db)
    .where(and(eq(m.communityId, $('communityId')), eq(m.groupId, $('groupId')), gt(m.seq, $('seq'))))
    .orderBy(asc(m.seq))
    .limit($('limit'));
};

export const selectOlder = (db: Db) => {
  const { messages: m } = db.t;
  return selectMessages(db)
    .where(and(eq(m.communityId, $('communityId')), eq(m.groupId, $('groupId')), lt(m.seq, $('seq'))))
    .orderBy(desc(m.seq))
    .limit($('limit'));
};

export type PageRow = Awaited<ReturnType<typeof selectNewer>>[number];
