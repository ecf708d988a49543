import type { Role } from '../community/vocabulary.ts';
import type { PolicyTable } from '../kernel/policy.ts';
import type { bulletinApi } from './api.ts';

/** Who writes notices; a building leader and a grid worker only to the own area, which the command checks. */
const authors: readonly Role[] = ['building-leader', 'grid-worker', 'residents-committee', 'branch-committee', 'administrator'];

export const bulletinPolicy: PolicyTable<typeof bulletinApi> = {
  listNotices: 'member',
  listNoticeTodo: 'member',
  getNotice: 'member',
  markNoticeRead: 'member',
  acknowledgeNotice: 'member',
  listWrittenNotices: authors,
  createNotice: authors,
  editNotice: authors,
  discardNotice: authors,
  getAudience: authors,
  listScopes: authors,
  publishNotice: authors,
  unscheduleNotice: authors,
  correctNotice: authors,
  withdrawNotice: authors,
  getDelivery: authors,
  listDwellingDelivery: authors,
  remindReaders: authors,
  remindDwelling: authors,
  remindUnit: authors,
  assignKnocks: authors,
  listMyKnocks: 'member',
  recordKnock: 'member',
  getPublicNotice: 'public',
  getPublicNoticeFile: 'public',
  getNoticeSheet: 'public',
};
