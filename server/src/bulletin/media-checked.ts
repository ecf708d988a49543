import { shorten } from '@bandeng/shared/outreach/fill-template.ts';
import { and, count, eq, inArray, isNull, like } from 'drizzle-orm';
import { listKeepersEverywhere } from '../chat/moderation/list-keepers.ts';
import { reach } from '../outreach/reach.ts';
import type { MediaChecked } from '../platform/content-check/content-check.ts';
import { requestMediaCheck } from '../platform/content-check/request-media-check.ts';
import type { Deps } from '../platform/deps.ts';
import { attachFiles, type AttachedFile } from '../platform/files/attach.ts';
import type { Actor } from '../platform/http/actor.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import type { Result } from '@bandeng/shared/kernel/refusal.ts';
import { listVersions, lockNotice, noticeChannel, readText } from './load-notice.ts';
import { noticePage } from './paths.ts';
import type { NoticeRecord } from './rows.ts';

/** Owner of the files of a notice; the check of a picture answers to the same. */
export const noticeFiles = 'notice';
/** Owner of pictures that were taken out. No engine lets anybody read those. */
const withheldFiles = 'notice-withheld';

interface Attaching {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly deps: Deps;
  readonly now: number;
}

/** Pictures among these that are nobody's yet. */
const listNewPictures = async (tx: Tx, communityId: string, fileIds: readonly string[]): Promise<string[]> => {
  const { files: f } = tx.t;
  if (fileIds.length === 0) return [];
  const rows = await tx
    .select({ id: f.id })
    .from(f)
    .where(and(eq(f.communityId, communityId), inArray(f.id, [...fileIds]), isNull(f.ownerKind), like(f.type, 'image/%')));
  return rows.map(({ id }) => id);
};

/** Attaches files to a notice and has the platform look at the pictures that are new, where it takes a look at all. */
export const attachNoticeFiles = async (
  { tx, actor, deps, now }: Attaching,
  noticeId: string,
  fileIds: readonly string[],
): Promise<Result<AttachedFile[]>> => {
  const { communityId, accountId } = actor;
  const owner = { kind: noticeFiles, id: noticeId };
  const pictures = deps.contentCheck.checksMedia ? await listNewPictures(tx, communityId, fileIds) : [];
  const attached = await attachFiles(tx, actor, fileIds, owner);
  if (!attached.ok) return attached;
  for (const fileId of pictures) {
    await requestMediaCheck(tx, deps, { communityId, fileId, accountId, owner }, now);
  }
  return attached;
};

/** How many pictures were taken out of a notice. */
export const countWithheld = async (db: Db, { communityId, id }: Pick<NoticeRecord, 'communityId' | 'id'>): Promise<number> => {
  const { files: f } = db.t;
  const [found] = await db
    .select({ n: count() })
    .from(f)
    .where(and(eq(f.communityId, communityId), eq(f.ownerKind, withheldFiles), eq(f.ownerId, id)));
  return found?.n ?? 0;
};

/** Takes a picture out of every version; false when it was let go of before. */
const withhold = async (tx: Tx, notice: NoticeRecord, fileId: string): Promise<boolean> => {
  const { communityId, id } = notice;
  const { files: f, noticeVersions: v } = tx.t;
  const mine = and(eq(f.communityId, communityId), eq(f.id, fileId), eq(f.ownerKind, noticeFiles), eq(f.ownerId, id));
  const taken = await tx.update(f).set({ ownerKind: withheldFiles }).where(mine).returning({ id: f.id });
  if (taken.length === 0) return false;
  for (const { version, fileIds } of await listVersions(tx, notice)) {
    if (!fileIds.includes(fileId)) continue;
    await tx
      .update(v)
      .set({ fileIds: fileIds.filter((one) => one !== fileId) })
      .where(and(eq(v.communityId, communityId), eq(v.noticeId, id), eq(v.version, version)));
  }
  return true;
};

/** The author, and of what is out those who keep order everywhere. */
const tell = async (tx: Tx, deps: Deps & { readonly now: number }, notice: NoticeRecord, note: string): Promise<void> => {
  const { communityId, id, authorId, status } = notice;
  const out = status === 'published';
  const keepers = out ? await listKeepersEverywhere(tx, communityId, deps.now) : [];
  const residentIds = [...new Set([authorId, ...keepers])];
  for (const residentId of residentIds) {
    await publish(tx, communityId, `me:${residentId}`, 'notices-changed', { noticeId: id }, deps.now);
  }
  const { title } = await readText(tx, notice);
  const data = { title: shorten(title, 20), time: String(deps.now), note, page: noticePage(id).slice(1) };
  await reach(tx, deps, { communityId, residentIds, category: 'reply', owner: { kind: 'notice', id }, data }, deps.now);
};

/**
 * The platform has looked at a picture of a notice. What is risky is taken out, with a mark; what is doubtful stays and
 * is for people to look at. A picture that could not be looked at stays as well: notices must not wait for WeChat.
 */
export const noticePictureChecked: MediaChecked = async (tx, { communityId, ownerId, fileId, finding }, deps) => {
  if (finding !== 'risky' && finding !== 'doubtful') return;
  const notice = await lockNotice(tx, communityId, ownerId);
  if (!notice) return;
  if (finding === 'doubtful') return tell(tx, deps, notice, '公告的图片请人工核对');
  if (!(await withhold(tx, notice, fileId))) return;
  const { status, version, id } = notice;
  await publish(tx, communityId, noticeChannel(id), 'notice-changed', { version, status }, deps.now);
  await tell(tx, deps, notice, '有图片未通过检查，已撤下');
};
