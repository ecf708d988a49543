import type { bulletinApi } from '@bandeng/shared/bulletin/api.ts';
import type { PublicNotice } from '@bandeng/shared/bulletin/schemas.ts';
import { noticeStatus } from '@bandeng/shared/bulletin/status.ts';
import type { NoticeCategory } from '@bandeng/shared/bulletin/vocabulary.ts';
import { maskPhones } from '@bandeng/shared/deliberation/mask.ts';
import { ok, refuse, type Result } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { loadFiles } from '../deliberation/load-files.ts';
import { loadPeople } from '../deliberation/load-people.ts';
import type { QueryInput } from '../platform/http/serve.ts';
import { prepared, type Db } from '../platform/store/store.ts';
import { readText } from './load-notice.ts';
import { countWithheld } from './media-checked.ts';
import { nameScope } from './name-scope.ts';
import type { NoticeRecord, StoredStatus } from './rows.ts';

type GetPublicNotice = typeof bulletinApi.getPublicNotice;

const noticeByToken = prepared('bulletin_notice_by_token', (db: Db) => {
  const { notices: n, communities: c } = db.t;
  return db
    .select({ notice: n, communityName: c.name })
    .from(n)
    .innerJoin(c, eq(c.id, n.communityId))
    .where(and(eq(n.publicToken, sql.placeholder('token')), inArray(n.status, ['published', 'withdrawn'])));
});

/** Whoever holds the token of 128 random bits may read what it opens. Drafts are opened by none. */
export const findPublicNotice = async (
  db: Db,
  token: string,
): Promise<{ readonly notice: NoticeRecord; readonly communityName: string } | undefined> => (await noticeByToken(db, { token }))[0];

/** What a passer-by may read; undefined when the token opens nothing. What was withdrawn shows its title only. */
export const readPublicNotice = async (db: Db, token: string, now: number): Promise<PublicNotice | undefined> => {
  const found = await findPublicNotice(db, token);
  if (!found) return undefined;
  const { notice, communityName } = found;
  const { communityId, authorId, authorRole } = notice;
  const text = await readText(db, notice);
  const withdrawn = notice.status === 'withdrawn';
  const author = (await loadPeople(db, communityId, [authorId]))(authorId).name;
  return {
    communityName,
    category: notice.category as NoticeCategory,
    title: maskPhones(text.title),
    body: withdrawn ? '' : maskPhones(text.body),
    by: `${authorRole} ${author}`.trim(),
    scopeLabel: await nameScope(db, notice),
    version: notice.version,
    publishedAt: notice.publishedAt ?? 0,
    correctedAt: notice.version > 1 ? text.at : null,
    expiresAt: notice.expiresAt,
    status: noticeStatus(notice.status as StoredStatus, notice.expiresAt, now),
    files: withdrawn ? [] : (await loadFiles(db, communityId, [text.fileIds]))(text.fileIds),
    withheldFiles: withdrawn ? 0 : await countWithheld(db, notice),
  };
};

export const getPublicNotice = async ({ db, params, now }: QueryInput<GetPublicNotice>): Promise<Result<PublicNotice>> => {
  const found = await readPublicNotice(db, params.noticeToken, now);
  return found ? ok(found) : refuse('not-found');
};
