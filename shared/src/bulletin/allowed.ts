import type { NoticeAction, NoticeStatus } from './vocabulary.ts';

export interface NoticeFacts {
  /** By the clock. */
  readonly status: NoticeStatus;
  readonly isAuthor: boolean;
  /** The viewer may write to the whole scope: a committee, an administrator, or who leads all of its areas. */
  readonly coversAll: boolean;
  /** The viewer leads some of its areas, and answers for how it came there. */
  readonly coversSome: boolean;
  /** Committees and administrators look after every notice, also when its author is gone. */
  readonly oversees: boolean;
  /** The notice is meant for the viewer, asks for an acknowledgement and has none of this version. */
  readonly ackWaits: boolean;
}

const forAuthor = (status: NoticeStatus): NoticeAction[] => {
  switch (status) {
    case 'draft':
      return ['edit', 'publish', 'discard'];
    case 'scheduled':
      return ['edit', 'publish', 'unschedule', 'discard'];
    case 'published':
      return ['correct', 'withdraw'];
    case 'expired':
    case 'withdrawn':
      return [];
  }
};

/** What somebody may do with a notice now: commands accept by it and pages show by it. */
export const allowedOnNotice = (facts: NoticeFacts): NoticeAction[] => {
  const { status, isAuthor, coversAll, coversSome, oversees } = facts;
  const out = status === 'published' || status === 'expired' || status === 'withdrawn';
  const mayWrite = coversAll && (isAuthor || (oversees && out));
  const follows = coversAll || coversSome;
  return [
    ...(facts.ackWaits && (status === 'published' || status === 'expired') ? ['acknowledge' as const] : []),
    ...(mayWrite ? forAuthor(status) : []),
    ...(coversAll && status === 'published' ? ['remind' as const] : []),
    ...(follows && status === 'published' ? ['remind-doors' as const, 'assign-knocks' as const] : []),
    ...(follows && out ? ['see-delivery' as const] : []),
  ];
};
