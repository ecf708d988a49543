import type { Notice, NoticeRow } from '@bandeng/shared/bulletin/schemas.ts';
import { noticeStatus } from '@bandeng/shared/bulletin/status.ts';
import type { NoticeCategory } from '@bandeng/shared/bulletin/vocabulary.ts';
import { loadFiles } from '../deliberation/load-files.ts';
import { loadPeople } from '../deliberation/load-people.ts';
import { readChannelSeq } from '../platform/realtime/publish.ts';
import type { Db } from '../platform/store/store.ts';
import { listVersions, noticeChannel, readText } from './load-notice.ts';
import { countWithheld } from './media-checked.ts';
import { loadScopeNames } from './name-scope.ts';
import { publicPage, sheetPath } from './paths.ts';
import type { NoticeRecord, StoredStatus } from './rows.ts';
import type { SeenNotice } from './see-notice.ts';

/** A stored notice with its title and how far it came with the reader. */
export interface ListedNotice {
  readonly notice: NoticeRecord;
  readonly title: string;
  readonly readVersion: number | null;
  readonly ackVersion: number | null;
}

const byOf = (authorRole: string, name: string): string => `${authorRole} ${name}`.trim();

/** Rows of a list, with names and scopes in three statements however many there are. */
export const presentRows = async (db: Db, communityId: string, listed: readonly ListedNotice[], now: number): Promise<NoticeRow[]> => {
  if (listed.length === 0) return [];
  const people = await loadPeople(db, communityId, listed.map(({ notice }) => notice.authorId));
  const names = await loadScopeNames(db, communityId, listed.map(({ notice }) => notice));
  return listed.map(({ notice, title, readVersion, ackVersion }) => ({
    id: notice.id,
    category: notice.category as NoticeCategory,
    title,
    status: noticeStatus(notice.status as StoredStatus, notice.expiresAt, now),
    needsAck: notice.needsAck,
    version: notice.version,
    by: { id: notice.authorId, label: byOf(notice.authorRole, people(notice.authorId).name) },
    scopeLabel: names.label(notice),
    publishAt: notice.publishAt,
    publishedAt: notice.publishedAt,
    expiresAt: notice.expiresAt,
    read: (readVersion ?? 0) >= notice.version,
    acknowledged: (ackVersion ?? 0) >= notice.version,
  }));
};

/** One row, of a notice that is already at hand. */
export const presentRow = async (db: Db, { notice, reader }: Pick<SeenNotice, 'notice' | 'reader'>, now: number): Promise<NoticeRow> => {
  const { title } = await readText(db, notice);
  const listed = { notice, title, readVersion: reader?.readVersion ?? null, ackVersion: reader?.ackVersion ?? null };
  const [row] = await presentRows(db, notice.communityId, [listed], now);
  if (!row) throw new Error('a notice was not presented');
  return row;
};

/** A notice as this member sees it, with every version. */
export const presentNotice = async (db: Db, seen: SeenNotice, now: number): Promise<Notice> => {
  const { notice, reader, allowed, status } = seen;
  const { communityId } = notice;
  const versions = await listVersions(db, notice);
  const files = await loadFiles(db, communityId, versions.map(({ fileIds }) => fileIds));
  const people = await loadPeople(db, communityId, versions.map(({ byId }) => byId));
  const names = await loadScopeNames(db, communityId, [notice]);
  const [inForce] = versions;
  if (!inForce) throw new Error(`notice ${notice.id} has no text`);
  const out = status !== 'draft' && status !== 'scheduled';
  return {
    ...(await presentRow(db, seen, now)),
    body: inForce.body,
    files: files(inForce.fileIds),
    withheldFiles: await countWithheld(db, notice),
    scope: names.present(notice),
    versions: versions.map((one) => ({
      version: one.version,
      title: one.title,
      body: one.body,
      files: files(one.fileIds),
      at: one.at,
      by: people(one.byId).name,
      change: one.change,
    })),
    withdrawnReason: notice.withdrawnReason,
    readVersion: reader?.readVersion ?? 0,
    allowed: [...allowed],
    publicPath: out ? publicPage(notice.publicToken) : null,
    sheetPath: out ? sheetPath(notice.publicToken) : null,
    cursor: await readChannelSeq(db, communityId, noticeChannel(notice.id)),
  };
};
