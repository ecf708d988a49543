import type { Kit } from '../platform/store/kit.ts';

/** Tables of the bulletin engine. */
export const defineBulletinTables = (k: Kit) => {
  const notices = k.table('notices', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    authorId: k.id().notNull(),
    /** Role under which it was written: '楼栋长'. */
    authorRole: k.text().notNull(),
    category: k.text().notNull(),
    /** draft | scheduled | published | withdrawn; expiry follows from the clock. */
    status: k.text().notNull(),
    version: k.int().notNull(),
    needsAck: k.bool().notNull(),
    areaIds: k.json<string[]>().notNull(),
    bodyIds: k.json<string[]>().notNull(),
    publishAt: k.int(),
    publishedAt: k.int(),
    expiresAt: k.int(),
    createdAt: k.int().notNull(),
    lastReminderAt: k.int(),
    withdrawnReason: k.text().notNull(),
    publicToken: k.text().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.unique('notices_token').on(t.publicToken),
    k.index('notices_status').on(t.communityId, t.status, t.publishedAt),
  ]);

  /** The text as it stood; a draft has version 1 and is changed in place until it is published. */
  const noticeVersions = k.table('notice_versions', {
    communityId: k.id().notNull(),
    noticeId: k.id().notNull(),
    version: k.int().notNull(),
    title: k.text().notNull(),
    body: k.text().notNull(),
    fileIds: k.json<string[]>().notNull(),
    at: k.int().notNull(),
    byId: k.id().notNull(),
    change: k.text().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.noticeId, t.version] })]);

  /** Dwellings and members of bodies that a published notice is for, by area and body: whoever asks what is meant for them. */
  const noticeScopes = k.table('notice_scopes', {
    communityId: k.id().notNull(),
    noticeId: k.id().notNull(),
    /** 'area' or 'body' */
    kind: k.text().notNull(),
    subjectId: k.id().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.noticeId, t.kind, t.subjectId] }),
    k.index('notice_scopes_subject').on(t.communityId, t.kind, t.subjectId),
  ]);

  /** One row per person and notice: how far it came. */
  const noticeReaders = k.table('notice_readers', {
    communityId: k.id().notNull(),
    noticeId: k.id().notNull(),
    residentId: k.id().notNull(),
    readVersion: k.int().notNull(),
    readAt: k.int().notNull(),
    ackVersion: k.int().notNull(),
    ackAt: k.int(),
  }, (t) => [k.pk({ columns: [t.communityId, t.noticeId, t.residentId] }), k.index('notice_readers_resident').on(t.communityId, t.residentId)]);

  const noticeKnocks = k.table('notice_knocks', {
    communityId: k.id().notNull(),
    noticeId: k.id().notNull(),
    dwellingId: k.id().notNull(),
    helperId: k.id().notNull(),
    assignedBy: k.id().notNull(),
    assignedAt: k.int().notNull(),
    result: k.text(),
    /** Version that was told. */
    version: k.int().notNull(),
    note: k.text().notNull(),
    at: k.int(),
  }, (t) => [k.pk({ columns: [t.communityId, t.noticeId, t.dwellingId] }), k.index('notice_knocks_helper').on(t.communityId, t.helperId)]);

  /** When the people of one door were reminded by themselves. A reminder to all stands with the notice. */
  const noticeReminders = k.table('notice_reminders', {
    communityId: k.id().notNull(),
    noticeId: k.id().notNull(),
    dwellingId: k.id().notNull(),
    at: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.noticeId, t.dwellingId] })]);

  return { notices, noticeVersions, noticeScopes, noticeReaders, noticeKnocks, noticeReminders };
};
