import { and, desc, eq, sql } from 'drizzle-orm';
import { prepared, type Db, type Tx } from '../platform/store/store.ts';
import type { NoticeRecord, ReaderRecord, VersionRecord } from './rows.ts';

const $ = sql.placeholder;

const noticeById = prepared('bulletin_notice', (db: Db) => {
  const { notices: n } = db.t;
  return db.select().from(n).where(and(eq(n.communityId, $('communityId')), eq(n.id, $('noticeId'))));
});

const versionOf = prepared('bulletin_version', (db: Db) => {
  const { noticeVersions: v } = db.t;
  return db
    .select()
    .from(v)
    .where(and(eq(v.communityId, $('communityId')), eq(v.noticeId, $('noticeId')), eq(v.version, $('version'))));
});

const readerOf = prepared('bulletin_reader', (db: Db) => {
  const { noticeReaders: r } = db.t;
  return db
    .select()
    .from(r)
    .where(and(eq(r.communityId, $('communityId')), eq(r.noticeId, $('noticeId')), eq(r.residentId, $('residentId'))));
});

/** What every write on a notice serialises on: an acknowledgement and a correction never overlap. */
export const noticeScope = (communityId: string, noticeId: string): string => `notice:${communityId}/${noticeId}`;

export const noticeChannel = (noticeId: string): string => `notice:${noticeId}`;

export const findNotice = async (db: Db, communityId: string, noticeId: string): Promise<NoticeRecord | undefined> =>
  (await noticeById(db, { communityId, noticeId }))[0];

/** The notice, held until the write ends. */
export const lockNotice = async (tx: Tx, communityId: string, noticeId: string): Promise<NoticeRecord | undefined> => {
  await tx.lock(noticeScope(communityId, noticeId));
  return findNotice(tx, communityId, noticeId);
};

/** The text in force. */
export const readText = async (db: Db, { communityId, id, version }: NoticeRecord): Promise<VersionRecord> => {
  const [found] = await versionOf(db, { communityId, noticeId: id, version });
  if (!found) throw new Error(`notice ${id} has no version ${version}`);
  return found;
};

/** Newest first. */
export const listVersions = (db: Db, { communityId, id }: NoticeRecord): Promise<VersionRecord[]> => {
  const { noticeVersions: v } = db.t;
  return db
    .select()
    .from(v)
    .where(and(eq(v.communityId, communityId), eq(v.noticeId, id)))
    .orderBy(desc(v.version));
};

export const findReader = async (
  db: Db,
  { communityId, id }: NoticeRecord,
  residentId: string,
): Promise<ReaderRecord | undefined> => (await readerOf(db, { communityId, noticeId: id, residentId }))[0];
