import type { Schema } from '../platform/store/schema.ts';

export type NoticeRecord = Schema['notices']['$inferSelect'];
export type VersionRecord = Schema['noticeVersions']['$inferSelect'];
export type ReaderRecord = Schema['noticeReaders']['$inferSelect'];
export type KnockRecord = Schema['noticeKnocks']['$inferSelect'];

/** What the store keeps; `expired` follows from the clock. */
export type StoredStatus = 'draft' | 'scheduled' | 'published' | 'withdrawn';
