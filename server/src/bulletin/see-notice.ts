import { allowedOnNotice, type NoticeFacts } from '@bandeng/shared/bulletin/allowed.ts';
import { isMeantFor } from '@bandeng/shared/bulletin/scope.ts';
import { noticeStatus } from '@bandeng/shared/bulletin/status.ts';
import type { NoticeAction, NoticeStatus } from '@bandeng/shared/bulletin/vocabulary.ts';
import { refuse, type Result, ok } from '@bandeng/shared/kernel/refusal.ts';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../platform/http/actor.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import { loadMine } from './load-mine.ts';
import { findNotice, findReader, lockNotice } from './load-notice.ts';
import type { NoticeRecord, ReaderRecord, StoredStatus } from './rows.ts';
import { coversAll, coversSome, loadViewer, type Viewer } from './viewer.ts';

/** A notice as one member meets it. */
export interface SeenNotice {
  readonly notice: NoticeRecord;
  readonly status: NoticeStatus;
  /** Whether it is meant for this member. */
  readonly meant: boolean;
  readonly reader: ReaderRecord | undefined;
  readonly viewer: Viewer;
  readonly allowed: readonly NoticeAction[];
}

/** Whoever carries a notice from door to door must be able to read it. */
const knocksFor = async (db: Db, { communityId, id }: NoticeRecord, residentId: string): Promise<boolean> => {
  const { noticeKnocks: k } = db.t;
  const [found] = await db
    .select({ id: k.dwellingId })
    .from(k)
    .where(and(eq(k.communityId, communityId), eq(k.helperId, residentId), eq(k.noticeId, id)))
    .limit(1);
  return found !== undefined;
};

const see = async (db: Db, actor: Actor, notice: NoticeRecord, now: number): Promise<SeenNotice | undefined> => {
  const { communityId, residentId } = actor;
  const status = noticeStatus(notice.status as StoredStatus, notice.expiresAt, now);
  const out = status !== 'draft' && status !== 'scheduled';
  const isAuthor = notice.authorId === residentId;
  if (!out && !isAuthor) return undefined;
  const viewer = await loadViewer(db, actor);
  const meant = out && isMeantFor(notice, await loadMine(db, communityId, residentId, now));
  const some = coversSome(viewer, notice);
  if (!meant && !isAuthor && !some && !(await knocksFor(db, notice, residentId))) return undefined;
  const reader = await findReader(db, notice, residentId);
  const facts: NoticeFacts = {
    status,
    isAuthor,
    coversAll: coversAll(viewer, notice),
    coversSome: some,
    oversees: viewer.right === 'everywhere',
    ackWaits: meant && notice.needsAck && (reader?.ackVersion ?? 0) < notice.version,
  };
  return { notice, status, meant, reader, viewer, allowed: allowedOnNotice(facts) };
};

/** The notice if this member may see it; to others it does not exist. */
export const seeNotice = async (db: Db, actor: Actor, noticeId: string, now: number): Promise<SeenNotice | undefined> => {
  const notice = await findNotice(db, actor.communityId, noticeId);
  return notice && see(db, actor, notice, now);
};

/** The same, held until the write ends. */
export const lockSeenNotice = async (tx: Tx, actor: Actor, noticeId: string, now: number): Promise<SeenNotice | undefined> => {
  const notice = await lockNotice(tx, actor.communityId, noticeId);
  return notice && see(tx, actor, notice, now);
};

/** The notice if this member may do this with it now. Refuses not-found, the reason of its status, not-allowed. */
export const requireNotice = (seen: SeenNotice | undefined, action: NoticeAction): Result<SeenNotice> => {
  if (!seen) return refuse('not-found');
  if (seen.allowed.includes(action)) return ok(seen);
  const { status } = seen;
  const beforeOut = action === 'edit' || action === 'publish' || action === 'discard' || action === 'unschedule';
  if (status === 'withdrawn') return refuse('notice-withdrawn');
  if (beforeOut && (status === 'published' || status === 'expired')) return refuse('notice-published');
  if (action === 'unschedule') return refuse('notice-not-scheduled');
  if (!beforeOut && (status === 'draft' || status === 'scheduled')) return refuse('notice-not-published');
  if (status === 'expired' && action !== 'see-delivery') return refuse('notice-expired');
  return refuse('not-allowed');
};
