import type { MessageKind } from '@bandeng/shared/chat/vocabulary.ts';
import type { Kit } from '../platform/store/kit.ts';

/** What a message carries besides its text, by kind. */
export interface MessageBody {
  fileId?: string;
  width?: number;
  height?: number;
  durationMs?: number;
  fileName?: string;
  fileType?: string;
  fileSize?: number;
  cardKind?: string;
  cardId?: string;
  eventKind?: string;
  eventAbout?: string;
  eventDetail?: string;
}

/** Tables of the chat engine. */
export const defineChatTables = (k: Kit) => {
  /** Ids of groups that follow the register are made from what they follow: `area-<id>`, `body-<id>`, `duty-<kind>`. */
  const groups = k.table('groups', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    kind: k.text().notNull(),
    /** Area, body or duty kind that it follows; null for a free one. */
    subjectId: k.id(),
    /** Given by people; null while it is called after what it follows. */
    name: k.text(),
    /** What it is called after what it follows: '春晖苑 3栋', the name of the body. Kept up with the register. */
    title: k.text().notNull(),
    /** Of an area group: kind of the area, and the dwellings in it and below. Kept up with the register. */
    areaKind: k.text(),
    dwellings: k.int(),
    /** Members in it now. */
    memberCount: k.int().notNull(),
    naming: k.text().notNull(),
    speaking: k.text().notNull(),
    version: k.int().notNull(),
    /** Sequence of the last message. */
    lastSeq: k.int().notNull(),
    lastAt: k.int().notNull(),
    /** Last message that mentioned everyone; 0 for none. */
    allSeq: k.int().notNull(),
    pinnedSeq: k.int(),
    createdAt: k.int().notNull(),
    dissolvedAt: k.int(),
    /** Flood limit: tokens left in thousandths, at `floodAt`. */
    floodTokens: k.int().notNull(),
    floodAt: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.id] }), k.index('groups_subject').on(t.communityId, t.kind, t.subjectId)]);

  /** One row per member who has an account: place in the group, and the one watermark of what was read. */
  const groupMembers = k.table('group_members', {
    communityId: k.id().notNull(),
    groupId: k.id().notNull(),
    residentId: k.id().notNull(),
    role: k.text().notNull(),
    badge: k.text(),
    /** How the group's naming shows the member; kept up by membership, alias and naming changes. */
    label: k.text().notNull(),
    joinedAt: k.int().notNull(),
    leftAt: k.int(),
    /** When a leader of a free group took the member out: only a later invitation lets the member in again. */
    removedAt: k.int(),
    readSeq: k.int().notNull(),
    /** Last message that mentioned this member; 0 for none. */
    mentionSeq: k.int().notNull(),
    silenced: k.bool().notNull(),
    pinned: k.bool().notNull(),
    mutedUntil: k.int(),
    floodTokens: k.int().notNull(),
    floodAt: k.int().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.groupId, t.residentId] }),
    k.index('group_members_resident').on(t.communityId, t.residentId),
    k.index('group_members_read').on(t.communityId, t.groupId, t.readSeq),
  ]);

  const messages = k.table('messages', {
    communityId: k.id().notNull(),
    groupId: k.id().notNull(),
    seq: k.int().notNull(),
    /** Null for a line of the group itself. */
    authorId: k.id(),
    sentAs: k.text().notNull(),
    kind: k.text().$type<MessageKind>().notNull(),
    text: k.text().notNull(),
    body: k.json<MessageBody>().notNull(),
    quoteSeq: k.int(),
    mentions: k.json<string[]>().notNull(),
    mentionsAll: k.bool().notNull(),
    at: k.int().notNull(),
    state: k.text().notNull(),
    stateAt: k.int(),
    stateBy: k.id(),
    stateReason: k.text().notNull(),
    /** Sequence of the channel event that carries it, so that what is taken back leaves the channel too. */
    eventSeq: k.int().notNull(),
    /** Words to search by, parted by spaces; empty for what cannot be found. Indexed by each database in its own way. */
    terms: k.text().notNull(),
    /** Row number of the search index, unique in the whole server. */
    termsKey: k.int().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.groupId, t.seq] }),
    k.unique('messages_terms_key').on(t.termsKey),
    k.index('messages_author').on(t.communityId, t.authorId, t.at),
    k.index('messages_quote').on(t.communityId, t.groupId, t.quoteSeq),
  ]);

  const heldMessages = k.table('held_messages', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    groupId: k.id().notNull(),
    authorId: k.id().notNull(),
    sentAs: k.text().notNull(),
    /** The input as it was sent. */
    input: k.json<Record<string, unknown>>().notNull(),
    at: k.int().notNull(),
    reason: k.text().notNull(),
    detail: k.text().notNull(),
    status: k.text().notNull(),
    decidedBy: k.id(),
    decidedAt: k.int(),
    decidedReason: k.text().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.index('held_messages_status').on(t.communityId, t.status, t.at),
    k.index('held_messages_author').on(t.communityId, t.authorId),
  ]);

  const invitations = k.table('group_invitations', {
    communityId: k.id().notNull(),
    code: k.id().notNull(),
    groupId: k.id().notNull(),
    byId: k.id().notNull(),
    at: k.int().notNull(),
    expiresAt: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.code] })]);

  /** One per reported message; who reported it and why stands in `messageReporters`. */
  const messageReports = k.table('message_reports', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    groupId: k.id().notNull(),
    seq: k.int().notNull(),
    at: k.int().notNull(),
    status: k.text().notNull(),
    decidedBy: k.id(),
    decidedAt: k.int(),
    reason: k.text().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.unique('message_reports_message').on(t.communityId, t.groupId, t.seq),
    k.index('message_reports_status').on(t.communityId, t.status, t.at),
  ]);

  const messageReporters = k.table('message_reporters', {
    communityId: k.id().notNull(),
    reportId: k.id().notNull(),
    residentId: k.id().notNull(),
    reason: k.text().notNull(),
    note: k.text().notNull(),
    at: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.reportId, t.residentId] })]);

  const messageAppeals = k.table('message_appeals', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    groupId: k.id().notNull(),
    seq: k.int().notNull(),
    byId: k.id().notNull(),
    text: k.text().notNull(),
    at: k.int().notNull(),
    status: k.text().notNull(),
    decidedBy: k.id(),
    decidedAt: k.int(),
    reason: k.text().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.unique('message_appeals_message').on(t.communityId, t.groupId, t.seq),
    k.index('message_appeals_status').on(t.communityId, t.status, t.at),
  ]);

  /** Everything that anyone did to keep order. Rows are only added. */
  const moderationLog = k.table('moderation_log', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    at: k.int().notNull(),
    byId: k.id().notNull(),
    action: k.text().notNull(),
    groupId: k.id().notNull(),
    seq: k.int(),
    aboutId: k.id(),
    reason: k.text().notNull(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.index('moderation_log_group').on(t.communityId, t.groupId),
    k.index('moderation_log_at').on(t.communityId, t.at),
  ]);

  const intakes = k.table('intakes', {
    communityId: k.id().notNull(),
    id: k.id().notNull(),
    kind: k.text().notNull(),
    /** Of the year it was received in, by kind. */
    number: k.text().notNull(),
    title: k.text().notNull(),
    text: k.text().notNull(),
    fileIds: k.json<string[]>().notNull(),
    groupId: k.id(),
    seqs: k.json<number[]>().notNull(),
    /** What it concerns: a grid worker of this area, or of one above it, looks after a case. */
    areaId: k.id(),
    byId: k.id().notNull(),
    at: k.int().notNull(),
    status: k.text().notNull(),
    reply: k.text().notNull(),
    handledBy: k.id(),
    handledAt: k.int(),
  }, (t) => [
    k.pk({ columns: [t.communityId, t.id] }),
    k.index('intakes_status').on(t.communityId, t.kind, t.status, t.at),
    k.index('intakes_by').on(t.communityId, t.byId),
    k.index('intakes_group').on(t.communityId, t.groupId),
  ]);

  /** Last number given in a series: 'T2026', 'C2026'. */
  const intakeNumbers = k.table('intake_numbers', {
    communityId: k.id().notNull(),
    series: k.text().notNull(),
    last: k.int().notNull(),
  }, (t) => [k.pk({ columns: [t.communityId, t.series] })]);

  return { groups, groupMembers, messages, heldMessages, invitations, messageReports, messageReporters, messageAppeals, moderationLog, intakes, intakeNumbers };
};
