import type { Role } from '../community/vocabulary.ts';
import type { PolicyTable } from '../kernel/policy.ts';
import type { chatApi } from './api.ts';

/** A deletion is judged again by others than the leader on the spot. */
const reviewers: readonly Role[] = ['residents-committee', 'administrator'];
const handlers: readonly Role[] = ['facilitator', 'residents-committee', 'branch-committee', 'grid-worker', 'administrator'];

export const chatPolicy: PolicyTable<typeof chatApi> = {
  listGroups: 'member',
  openGroup: 'member',
  createGroup: 'member',
  updateGroup: 'member',
  setMyGroup: 'member',
  leaveGroup: 'member',
  dissolveGroup: 'member',
  createInvitation: 'member',
  getInvitation: 'member',
  joinGroup: 'member',
  listMembers: 'member',
  setMemberRole: 'member',
  removeMember: 'member',
  muteMember: 'member',
  listMessages: 'member',
  sendMessage: 'member',
  recallMessage: 'member',
  deleteMessage: 'member',
  pinMessage: 'member',
  markRead: 'member',
  countReaders: 'member',
  searchMessages: 'member',
  getCards: 'member',
  listMyHeld: 'member',
  listMyAppeals: 'member',
  withdrawHeld: 'member',
  reportMessage: 'member',
  appealDeletion: 'member',
  // Any member may own a group: lists hold only what the caller may decide, and what is not theirs is not found.
  listHeld: 'member',
  decideHeld: 'member',
  listReports: 'member',
  decideReport: 'member',
  listAppeals: reviewers,
  decideAppeal: reviewers,
  listModerationLog: 'member',
  createIntake: 'member',
  listIntakes: 'member',
  getIntake: 'member',
  answerIntake: handlers,
};
