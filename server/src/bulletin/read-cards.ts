import { isMeantFor } from '@bandeng/shared/bulletin/scope.ts';
import { noticeStatus } from '@bandeng/shared/bulletin/status.ts';
import type { NoticeStatus } from '@bandeng/shared/bulletin/vocabulary.ts';
import type { Card } from '@bandeng/shared/chat/schemas.ts';
import { channelName } from '@bandeng/shared/platform/realtime.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { CardReader } from '../platform/engine.ts';
import type { Db } from '../platform/store/store.ts';
import { selectListed } from './list-notices.ts';
import { loadMine } from './load-mine.ts';
import { noticeChannel } from './load-notice.ts';
import type { StoredStatus } from './rows.ts';
import { coversSome, loadViewer } from './viewer.ts';

const cursorsOf = async (db: Db, communityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { channels: c } = db.t;
  const rows = await db
    .select({ channel: c.channel, seq: c.lastSeq })
    .from(c)
    .where(and(eq(c.communityId, communityId), inArray(c.channel, ids.map(noticeChannel))));
  return new Map(rows.map(({ channel, seq }) => [channel, seq]));
};

const stateOf = (status: NoticeStatus, version: number, acknowledged: boolean): Card['state'] => {
  if (status !== 'published') return status;
  return acknowledged ? 'acknowledged' : version > 1 ? 'corrected' : 'published';
};

/** Notices as cards: published, corrected, acknowledged (by the viewer), expired or withdrawn; some statements for all of them. */
export const readNoticeCards: CardReader = async (db, actor, ids, now) => {
  if (ids.length === 0) return [];
  const { communityId, residentId } = actor;
  const { notices: n } = db.t;
  const out = and(inArray(n.id, [...ids]), inArray(n.status, ['published', 'withdrawn']));
  const rows = await selectListed(db, communityId, residentId, out);
  const mine = await loadMine(db, communityId, residentId, now);
  const viewer = await loadViewer(db, actor);
  const cursors = await cursorsOf(db, communityId, ids);
  return rows.flatMap(({ notice, title, ackVersion }): Card[] => {
    const meant = isMeantFor(notice, mine);
    if (!meant && notice.authorId !== residentId && !coversSome(viewer, notice)) return [];
    const status = noticeStatus(notice.status as StoredStatus, notice.expiresAt, now);
    const acknowledged = (ackVersion ?? 0) >= notice.version;
    const asks = meant && notice.needsAck && !acknowledged && status === 'published';
    return [
      {
        kind: 'notice',
        id: notice.id,
        title,
        state: stateOf(status, notice.version, acknowledged),
        numbers: { version: notice.version },
        dueAt: notice.expiresAt,
        action: asks ? 'acknowledge' : 'open',
        sessionId: null,
        channel: channelName(communityId, 'notice', notice.id),
        cursor: cursors.get(noticeChannel(notice.id)) ?? 0,
      },
    ];
  });
};
