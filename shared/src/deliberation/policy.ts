import type { Role } from '../community/vocabulary.ts';
import type { PolicyTable } from '../kernel/policy.ts';
import type { deliberationApi } from './api.ts';

const committees: readonly Role[] = ['branch-committee', 'residents-committee'];
/** Those who may serve a meeting: convene, sign in, enter paper ballots, write minutes. What exactly, `allowed` decides. */
const secretaries: readonly Role[] = ['branch-committee', 'residents-committee', 'facilitator', 'administrator'];
const paperClerks: readonly Role[] = [...secretaries, 'building-leader', 'grid-worker'];
const moderators: readonly Role[] = ['facilitator', 'administrator', 'residents-committee'];

export const deliberationPolicy: PolicyTable<typeof deliberationApi> = {
  getHome: 'member',
  listMatters: 'member',
  getMatter: 'member',
  createDraft: committees,
  editDraft: 'member',
  discardDraft: 'member',
  addCoauthor: 'member',
  removeCoauthor: 'member',
  submitMatter: 'member',
  withdrawMatter: 'member',
  amendMatter: committees,
  reviseMatter: 'member',
  endMatter: 'member',
  conveneSession: secretaries,
  rescheduleSession: secretaries,
  cancelSession: secretaries,
  openSession: secretaries,
  getSession: 'member',
  checkIn: 'member',
  signInOther: secretaries,
  declareInterest: 'member',
  excuseOther: secretaries,
  castBallot: 'member',
  enterPaperBallot: paperClerks,
  closeSession: secretaries,
  listReceipts: 'member',
  writeMinutes: secretaries,
  signMinutes: 'member',
  lockMinutes: secretaries,
  publishResolution: committees,
  fileObjection: 'member',
  answerObjection: committees,
  addProgress: committees,
  publishOutcome: committees,
  rateMatter: 'member',
  listRatings: 'member',
  listComments: 'member',
  addComment: 'member',
  hideComment: moderators,
  restoreComment: moderators,
  listRecord: 'member',
  verifyRecord: 'member',
  getPublicDisclosure: 'public',
  getPublicFile: 'public',
  getPublicBoard: 'public',
};
