import type { NoticeCategory } from './vocabulary.ts';

/** What the order of notices that wait for somebody looks at. */
export interface WaitingNotice {
  readonly id: string;
  readonly category: NoticeCategory;
  readonly needsAck: boolean;
  readonly version: number;
  readonly readVersion: number;
  readonly ackVersion: number;
  readonly publishedAt: number;
  readonly expiresAt: number | null;
}

/** Emergencies first, then what is to be acknowledged, then what was corrected since it was read; null: nothing waits. */
export const waitingRank = ({ category, needsAck, version, readVersion, ackVersion }: WaitingNotice): 0 | 1 | 2 | null => {
  if (needsAck && ackVersion < version) return category === 'urgent' ? 0 : 1;
  return readVersion > 0 && readVersion < version ? 2 : null;
};

const never = Number.MAX_SAFE_INTEGER;

/** By rank, then what expires first, then the newest. A total order: no two notices share an id. */
export const compareWaiting = (a: WaitingNotice, b: WaitingNotice): number =>
  (waitingRank(a) ?? 3) - (waitingRank(b) ?? 3) ||
  (a.expiresAt ?? never) - (b.expiresAt ?? never) ||
  b.publishedAt - a.publishedAt ||
  (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
