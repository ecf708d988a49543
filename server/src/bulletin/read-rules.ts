import type { FileRule } from '../platform/files/file-rule.ts';
import type { ChannelRule } from '../platform/realtime/channel-rule.ts';
import { listVersions } from './load-notice.ts';
import { seeNotice } from './see-notice.ts';

/** Attachments: whoever sees the notice, as long as one of its versions carries them. What a draft let go of is nobody's. */
export const readNoticeFile: FileRule = async (db, viewer, { id, ownerId }, now) => {
  const seen = viewer === null || ownerId === null ? undefined : await seeNotice(db, viewer, ownerId, now);
  if (!seen) return false;
  return (await listVersions(db, seen.notice)).some(({ fileIds }) => fileIds.includes(id));
};

export const followNotice: ChannelRule = async (db, actor, noticeId, now) => (await seeNotice(db, actor, noticeId, now)) !== undefined;
