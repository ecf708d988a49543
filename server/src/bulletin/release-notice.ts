import { refuseTimes } from '@bandeng/shared/bulletin/status.ts';
import { coversScope, writingRight } from '@bandeng/shared/bulletin/scope.ts';
import { dayAt } from '@bandeng/shared/kernel/legal-days.ts';
import { and, eq } from 'drizzle-orm';
import { postCard } from '../chat/post-card.ts';
import { loadAreas } from '../community/areas.ts';
import { loadGrants } from '../community/members.ts';
import type { Deps } from '../platform/deps.ts';
import type { TimerHandler } from '../platform/jobs/timer-handler.ts';
import { publish } from '../platform/realtime/publish.ts';
import type { Db, Tx } from '../platform/store/store.ts';
import { lockNotice, noticeChannel, noticeScope } from './load-notice.ts';
import type { NoticeRecord } from './rows.ts';
import { spread } from './spread.ts';

export const publishTimer = 'publish-notice';

const putScope = async (tx: Tx, { communityId, id, areaIds, bodyIds }: NoticeRecord) => {
  const rows = [
    ...areaIds.map((subjectId) => ({ communityId, noticeId: id, kind: 'area', subjectId })),
    ...bodyIds.map((subjectId) => ({ communityId, noticeId: id, kind: 'body', subjectId })),
  ];
  await tx.insert(tx.t.noticeScopes).values(rows);
};

/**
 * Puts a notice up: whoever is in its scope finds it, its groups get the card, and people are told. It is dated by this
 * very instant.
 * @param sentAs the command it was published under, or what stands for it
 */
export const releaseNotice = async (tx: Tx, deps: Deps, notice: NoticeRecord, sentAs: string, now: number): Promise<void> => {
  const { communityId, id, areaIds, bodyIds, authorId, version } = notice;
  const { notices: n, noticeVersions: v } = tx.t;
  const published = { status: 'published', publishAt: null, publishedAt: now };
  await tx
    .update(n)
    .set(published)
    .where(and(eq(n.communityId, communityId), eq(n.id, id)));
  await tx
    .update(v)
    .set({ at: now })
    .where(and(eq(v.communityId, communityId), eq(v.noticeId, id), eq(v.version, version)));
  await putScope(tx, notice);
  await publish(tx, communityId, noticeChannel(id), 'notice-changed', { version, status: 'published' }, now);
  await postCard(tx, { communityId, areaIds, bodyIds, authorId, card: { kind: 'notice', id }, sentAs }, now);
  await spread(tx, deps, { ...notice, ...published }, 'published', now);
};

/** Whether the author still holds what the notice was written under: an office may end while it waits for its hour. */
const stillWrites = async (db: Db, notice: NoticeRecord, now: number): Promise<boolean> => {
  const grants = await loadGrants(db, notice.communityId, notice.authorId, dayAt(now));
  return coversScope(writingRight(grants, await loadAreas(db, notice.communityId)), notice);
};

/** At its hour. What may no longer go out is a draft again, and its author is told. */
export const publishOnTime: TimerHandler = {
  lock: ({ communityId, subjectId }) => noticeScope(communityId, subjectId),
  run: async (tx, { communityId, subjectId }, deps) => {
    const { now } = deps;
    const notice = await lockNotice(tx, communityId, subjectId);
    if (!notice || notice.status !== 'scheduled') return;
    const late = refuseTimes({ at: null, expiresAt: notice.expiresAt }, now);
    if (late === null && (await stillWrites(tx, notice, now))) {
      await releaseNotice(tx, deps, notice, `${publishTimer}-${notice.id}`, now);
      return;
    }
    const { notices: n } = tx.t;
    await tx
      .update(n)
      .set({ status: 'draft', publishAt: null })
      .where(and(eq(n.communityId, communityId), eq(n.id, notice.id)));
    await publish(tx, communityId, `me:${notice.authorId}`, 'notices-changed', { noticeId: notice.id }, now);
  },
};
